// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace core {
class ScopeExpansion;
class Session;
} // namespace core

namespace ui {

class Banner;
class ScopeTree;

/// What a list of scopes gives, with everything that the roles in it bring.
class ScopeExpandPane : public QWidget
{
    Q_OBJECT

public:
    explicit ScopeExpandPane(core::Session *session, QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);
    bool isLoading() const;

Q_SIGNALS:
    void changed();
    void scopeActivated(const QString &scope);

private:
    void expand();
    void update();

    core::ScopeExpansion *m_expansion;
    QPlainTextEdit *m_edit;
    QPushButton *m_go;
    Banner *m_banner;
    ScopeTree *m_result;
};

} // namespace ui
