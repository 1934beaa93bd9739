#pragma once

#include "domain/file.h"

#include <QDialog>

namespace desk {

// The words of a source that an answer relies on, with where they stand. Plain text, never modal.
class SourceDialog : public QDialog
{
    Q_OBJECT
public:
    SourceDialog(const Citation &citation, int number, QWidget *parent = nullptr);
};

} // namespace desk
