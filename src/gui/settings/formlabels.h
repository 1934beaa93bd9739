#pragma once

class QFormLayout;

namespace desk {

// Puts each label at the height of its field's text: QFormLayout aligns it to the top of fields much taller than itself.
void centreFormLabels(QFormLayout &form);

} // namespace desk
