// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/util/linediff.h"

#include <QHash>
#include <QScrollArea>

class QButtonGroup;
class QVBoxLayout;

namespace ui {

class DiffView;
class SecretClipboard;

/// Two changes to the same text, side by side where they disagree: there one is chosen. What only one side changed is
/// taken over and shown.
class MergeView : public QScrollArea
{
    Q_OBJECT

public:
    explicit MergeView(SecretClipboard *clipboard, QWidget *parent = nullptr);

    /// \a masked is what is shown of a line while values are hidden.
    void setPieces(const QList<core::MergePiece> &pieces, const QHash<QString, QString> &masked);
    void setValuesShown(bool shown);
    void forget();

    int conflictCount() const { return static_cast<int>(m_choices.size()); }
    /// Whether every conflict has been decided.
    bool isDecided() const;
    /// Decides all at once.
    void chooseAll(bool mine);
    /// What was decided; of undecided conflicts theirs.
    QStringList result() const;

Q_SIGNALS:
    void changed();

private:
    struct Shown {
        DiffView *view = nullptr;
        QStringList before {};
        QStringList after {};
    };

    void addPiece(const core::MergePiece &piece);
    void addConflict(const core::MergePiece &piece);
    DiffView *addDiff(const QString &name, const QStringList &before, const QStringList &after, QWidget *parent);
    void showLines(const Shown &shown) const;
    QStringList visible(const QStringList &lines) const;

    SecretClipboard *m_clipboard;
    QVBoxLayout *m_column = nullptr;
    QList<core::MergePiece> m_pieces;
    QHash<QString, QString> m_masked;
    QList<Shown> m_shown;
    QList<QButtonGroup *> m_choices; ///< of the conflicts, in their order: button 0 is mine
    bool m_valuesShown = false;
};

} // namespace ui
