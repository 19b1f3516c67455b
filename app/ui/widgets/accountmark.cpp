// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/accountmark.h"

#include "core/accounts/accounttext.h"
#include "ui/theme/text.h"
#include "ui/theme/theme.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QColor accountColour(int index, const QPalette &palette)
{
    return tone(static_cast<Tone>(static_cast<int>(Tone::Account0) + index), palette);
}

class AccountIconEngine : public QIconEngine
{
public:
    explicit AccountIconEngine(AccountLook look) : m_look(std::move(look)) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        paintAccountLook(painter, rect, m_look, QGuiApplication::palette());
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap result(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return result;
    }

    QIconEngine *clone() const override { return new AccountIconEngine(m_look); }

private:
    AccountLook m_look;
};

} // namespace

AccountLook AccountLook::of(const core::Account &account)
{
    return { account.colour, core::accountLetter(account) };
}

QString accountColourName(int colour)
{
    const QStringList names { AccountMark::tr("Blue"), AccountMark::tr("Orange"), AccountMark::tr("Green"),
        AccountMark::tr("Purple"), AccountMark::tr("Red"), AccountMark::tr("Turquoise"), AccountMark::tr("Brown"),
        AccountMark::tr("Pink") };
    return names.value(colour);
}

void paintAccountLook(QPainter *painter, const QRect &rect, const AccountLook &look, const QPalette &palette)
{
    const int side = std::min(rect.width(), rect.height());
    QRectF disc(0, 0, side, side);
    disc.moveCenter(QRectF(rect).center());
    const QColor colour = accountColour(look.colour, palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (look.letter.isEmpty()) {
        const qreal width = std::max(1.5, side / 8.0);
        painter->setPen(QPen(colour, width));
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(disc.adjusted(width / 2, width / 2, -width / 2, -width / 2));
    } else {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour);
        painter->drawEllipse(disc);
        QFont font = QGuiApplication::font();
        font.setPixelSize(std::max(7, side * 5 / 8));
        font.setBold(true);
        painter->setFont(font);
        painter->setPen(readable(isDark(palette) ? Qt::black : Qt::white, colour));
        painter->drawText(disc, Qt::AlignCenter, look.letter);
    }
    painter->restore();
}

QIcon accountIcon(const AccountLook &look)
{
    return QIcon(new AccountIconEngine(look));
}

AccountMark::AccountMark(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"accountMark"_s);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void AccountMark::setAccount(const AccountLook &look, const QString &text)
{
    setToolTip(plainToolTip(text));
    setAccessibleName(text);
    if (look == m_look)
        return;
    m_look = look;
    update();
}

void AccountMark::setSide(int side)
{
    m_side = side;
    updateGeometry();
}

void AccountMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintAccountLook(&painter, rect(), m_look, QGuiApplication::palette());
}

} // namespace ui
