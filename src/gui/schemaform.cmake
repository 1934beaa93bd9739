# Forms made from a JSON schema, with the JSON beside them. Included by src/gui/CMakeLists.txt.
target_sources(desk_gui PRIVATE
    schemaform/quietcombobox.h
    schemaform/schemaalternatives.cpp schemaform/schemaalternatives.h
    schemaform/schemaarrayfield.cpp schemaform/schemaarrayfield.h
    schemaform/schemachoicefield.cpp schemaform/schemachoicefield.h
    schemaform/schemaeditor.cpp schemaform/schemaeditor.h
    schemaform/schemafield.cpp schemaform/schemafield.h
    schemaform/schemaform.cpp schemaform/schemaform.h
    schemaform/schemajsonfield.cpp schemaform/schemajsonfield.h
    schemaform/schemanotes.cpp schemaform/schemanotes.h
    schemaform/schemanumberfield.cpp schemaform/schemanumberfield.h
    schemaform/schemaobjectfield.cpp schemaform/schemaobjectfield.h
    schemaform/schemarow.cpp schemaform/schemarow.h
    schemaform/schematextfield.cpp schemaform/schematextfield.h)
