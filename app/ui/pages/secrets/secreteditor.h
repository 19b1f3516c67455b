// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/secrets/secretdraft.h"

#include <QTimer>
#include <QWidget>

class QButtonGroup;
class QDateTimeEdit;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace ui {

class GuardedText;
class SecondaryLabel;
class SecretClipboard;
class SecretForm;

/// A secret being written: as a form of keys and values, as YAML or as JSON, with what is wrong with it or not what it
/// looks like, each problem with its place.
class SecretEditor : public QWidget
{
    Q_OBJECT

public:
    enum class Mode { Form, Yaml, Json };

    explicit SecretEditor(SecretClipboard *clipboard, QWidget *parent = nullptr);

    /// A new secret.
    void startNew();
    /// A change of one that is there.
    void start(const QString &name, const core::SecretContent &content);
    /// What was not saved earlier.
    void restore(const core::SecretDraft &draft);
    /// The same change, made to what the service has now.
    void rebase(const std::optional<core::SecretContent> &base);
    /// Another text, from putting two changes together.
    void setLines(const QStringList &yaml, qint64 expires);
    void forget();

    bool isNew() const { return m_isNew; }
    QString name() const;
    const std::optional<core::SecretContent> &base() const { return m_base; }
    /// What would be saved; nothing while the text has an error.
    std::optional<core::SecretContent> wanted() const;
    /// Whether anything was changed.
    bool isEdited() const;
    core::SecretDraft draft() const;
    /// What is said about how the draft is kept, with a button that tries the keychain again.
    void setDraftText(const QString &text, bool canRetry = false);
    void focusText();

Q_SIGNALS:
    void edited();
    void reviewRequested();
    void cancelRequested();
    void draftRetryRequested();

private:
    void buildName();
    void buildModes();
    void buildExpiry();
    void buildButtons();
    void buildProblems();
    void fill(const core::SecretValue &value, Mode mode);
    void showMode(Mode mode);
    void changeMode(Mode mode);
    void setExpires(qint64 expires);
    void textEdited();
    void check();
    void showProblems();
    void updateButtons();
    void goTo(int row);

    SecretClipboard *m_clipboard;
    QWidget *m_nameRow;
    QLineEdit *m_name;
    QButtonGroup *m_modes;
    SecretForm *m_form;
    GuardedText *m_text;
    QStackedWidget *m_stack;
    QListWidget *m_problems;
    SecondaryLabel *m_state;
    QDateTimeEdit *m_expiry;
    SecondaryLabel *m_draftText;
    QPushButton *m_draftRetry;
    QPushButton *m_review;
    QPushButton *m_cancel;
    QTimer m_checkSoon;
    Mode m_mode = Mode::Yaml;
    bool m_isNew = false;
    bool m_filling = false;
    qint64 m_expires = 0;
    std::optional<core::SecretContent> m_base;
    core::ReadText m_read; ///< of the text as it is now, or soon
};

} // namespace ui
