foreach(part IN ITEMS calculator tables questions turns)
    desk_test(engine${part} SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_engine${part}.cpp USES Desk::localserver)
endforeach()
desk_test(modelturns SOURCES ${CMAKE_CURRENT_LIST_DIR}/tst_modelturns.cpp USES Desk::localserver desk_testmodel)
