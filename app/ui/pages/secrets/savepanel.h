// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/secrets/opensecret.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace ui {

class Banner;
class DiffView;
class MergeView;
class SecondaryLabel;
class SecretClipboard;

/// What a save will change, before it is done; and when somebody else has changed the secret meanwhile, what came from
/// whom.
class SavePanel : public QWidget
{
    Q_OBJECT

public:
    explicit SavePanel(SecretClipboard *clipboard, QWidget *parent = nullptr);

    /// \a base: nothing for a new secret.
    void showReview(
        const QString &name, const std::optional<core::SecretContent> &base, const core::SecretContent &wanted);
    /// Reading again has found \a theirs in the place of \a base.
    void showConflict(const QString &name, const std::optional<core::SecretContent> &base,
        const core::SecretContent &wanted, const std::optional<core::SecretContent> &theirs);
    void setStep(core::OpenSecret::Step step);
    void showError(core::OpenSecret::Step step, const tc::Error &error);
    void forget();
    void focusContent();

Q_SIGNALS:
    void saveRequested();
    /// The account may not read it: write without looking.
    void saveBlindRequested();
    void backRequested();
    /// The person has decided: go on with these lines, made from what the service has now.
    void merged(const QStringList &yaml, qint64 expires);
    /// Go on with the own text as it is, made from what the service has now.
    void rebased();

private:
    enum class State { Review, Merge, Gone, Taken };

    void buildButtons();
    void fillDiff(const std::optional<core::SecretContent> &base, const core::SecretContent &wanted);
    void fillMerge(
        const core::SecretContent &base, const core::SecretContent &wanted, const core::SecretContent &theirs);
    void showDiff();
    void setState(State state);
    void updateButtons();
    void accept();

    MergeView *m_merge;
    DiffView *m_diff;
    QStackedWidget *m_stack;
    Banner *m_banner;
    QPushButton *m_blind;
    QLabel *m_title;
    QLabel *m_text;
    SecondaryLabel *m_expiry;
    SecondaryLabel *m_step;
    QCheckBox *m_showValues;
    QPushButton *m_accept;
    QPushButton *m_allMine;
    QPushButton *m_allTheirs;
    QPushButton *m_back;
    State m_state = State::Review;
    core::ComparableText m_before;
    core::ComparableText m_after;
    qint64 m_expires = 0; ///< that a merge would have
    bool m_busy = false;
};

} // namespace ui
