// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QWidget>

class QToolButton;

namespace ui {

class ElidedLabel;

/// An id or a URL in the fixed font, elided in the middle, with a button that copies it.
class IdLabel : public QWidget
{
    Q_OBJECT

public:
    /// \a what names the id for assistive technology and tool tips: "Task id".
    explicit IdLabel(const QString &what, QWidget *parent = nullptr);

    void setId(const QString &id);
    QString id() const;

Q_SIGNALS:
    void copied(const QString &text);

private:
    QString m_what;
    ElidedLabel *m_label;
    QToolButton *m_copy;
};

} // namespace ui
