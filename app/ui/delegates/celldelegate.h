// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

#include <optional>

namespace ui {

/// Cells of every table: one line of plain text, elided where its kind of text asks for it, with the whole text
/// in a plain tool tip when it was cut.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Text { Plain, Id, Number };

    explicit CellDelegate(Text text, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    /// A cell with the icon \a iconName before its text, in \a tone or the colour of the text.
    void paintMarked(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
        const QString &iconName, std::optional<Tone> tone) const;
    /// A cell with \a note at its right end, in the colour of secondary text; the text gives way to it.
    void paintNoted(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, const QString &note) const;
    /// Room that the icon takes.
    static int markWidth();

private:
    Text m_text;
};

/// A state's shape in its colour, then its name.
class StateDelegate : public CellDelegate
{
    Q_OBJECT

public:
    /// \a role is where the core::TaskState is.
    explicit StateDelegate(int role, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_role;
};

} // namespace ui
