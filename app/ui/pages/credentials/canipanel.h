// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/navigation/location.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace core {
struct GivenScope;
struct Operation;
class ScopeQuestion;
} // namespace core

namespace ui {

class Banner;
class WrappedText;

/// "Can I ...?": a scope, or an operation of the services with what it is done to; yes or no, and by what.
class CanIPanel : public QWidget
{
    Q_OBJECT

public:
    /// \a question must outlive this.
    explicit CanIPanel(core::ScopeQuestion *question, QWidget *parent = nullptr);

    /// Puts a scope or the name of an operation into the field, as if it were typed.
    void setSubject(const QString &text);
    /// Whose refusals are shown here, as in BannerText.
    void setPlace(const core::Location &place) { m_place = place; }

private:
    void buildSubject();
    void buildAnswer();
    void subjectChanged();
    void showParameters(const core::Operation *operation);
    void addParameter(const QString &name, QWidget *field, const QString &label);
    void ask();
    void askOperation(const core::Operation &operation);
    void showAnswer();
    QString explanation() const;
    static QString wayText(const core::GivenScope &given);

    core::ScopeQuestion *m_question;
    QComboBox *m_subject;
    QWidget *m_below; ///< the field: what scrolls
    QWidget *m_parameters;
    QFormLayout *m_form;
    QLabel *m_mark;
    QLabel *m_verdict;
    WrappedText *m_reason;
    Banner *m_banner;
    core::Location m_place;
    QString m_operation; ///< whose parameters are shown
    QHash<QString, QLineEdit *> m_values;
    QHash<QString, QLineEdit *> m_lists;
    QHash<QString, QComboBox *> m_conditions;
};

} // namespace ui
