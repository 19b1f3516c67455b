// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QStringList>
#include <QTimer>
#include <QWidget>

class QCheckBox;
class QGridLayout;
class QLabel;
class QPlainTextEdit;

namespace core {
class ScopeExpansion;
class Session;
} // namespace core

namespace ui {

class Banner;
class ScopeTree;

/// Two sets of scopes side by side: what only one gives, and what both do, with "*" understood; with the roles in them
/// expanded, if one wants.
class ScopeComparePane : public QWidget
{
    Q_OBJECT

public:
    explicit ScopeComparePane(core::Session *session, QWidget *parent = nullptr);

    QStringList texts() const;
    void setTexts(const QStringList &texts);
    bool isLoading() const;

Q_SIGNALS:
    void changed();
    void scopeActivated(const QString &scope);

private:
    QPlainTextEdit *addEdit(QGridLayout *grid, int column, const QString &title, const QString &objectName);
    ScopeTree *addResult(QGridLayout *grid, int column, const QString &title, const QString &objectName);
    void ask();
    void askSoon();
    void update();

    core::ScopeExpansion *m_leftExpansion;
    core::ScopeExpansion *m_rightExpansion;
    QPlainTextEdit *m_left = nullptr;
    QPlainTextEdit *m_right = nullptr;
    QTimer m_soon; ///< the deployment is not asked at every key
    QCheckBox *m_expanded;
    QLabel *m_summary;
    Banner *m_banner;
    ScopeTree *m_onlyLeft = nullptr;
    ScopeTree *m_both = nullptr;
    ScopeTree *m_onlyRight = nullptr;
};

} // namespace ui
