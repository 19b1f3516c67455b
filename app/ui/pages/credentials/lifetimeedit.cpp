// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/credentials/lifetimeedit.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {

// As many as fit beside each other without anybody wanting them.
constexpr int mostUnits = 9999;

QVariant secondsOf(std::chrono::seconds length)
{
    return QVariant::fromValue<qint64>(length.count());
}

} // namespace

LifetimeEdit::LifetimeEdit(QWidget *parent)
    : QWidget(parent), m_preset(new QComboBox(this)), m_number(new QSpinBox(this)), m_unit(new QComboBox(this))
{
    setObjectName(u"lifetime"_s);
    m_preset->setObjectName(u"lifetimePreset"_s);
    m_preset->setAccessibleName(tr("How long they last"));
    m_preset->addItem(tr("15 minutes"), secondsOf(15min));
    m_preset->addItem(tr("1 hour"), secondsOf(1h));
    m_preset->addItem(tr("8 hours"), secondsOf(8h));
    m_preset->addItem(tr("1 day"), secondsOf(24h));
    m_preset->addItem(tr("1 week"), secondsOf(7 * 24h));
    m_preset->addItem(tr("31 days, the longest"), secondsOf(31 * 24h));
    m_preset->addItem(tr("Other"), QVariant());
    m_preset->setCurrentIndex(1);
    buildOther();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_preset);
    row->addWidget(m_number);
    row->addWidget(m_unit);
    row->addStretch(1);
    connect(m_preset, &QComboBox::currentIndexChanged, this, &LifetimeEdit::chosen);
    connect(m_number, &QSpinBox::valueChanged, this, &LifetimeEdit::changed);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &LifetimeEdit::changed);
}

void LifetimeEdit::buildOther()
{
    m_number->setObjectName(u"lifetimeNumber"_s);
    m_number->setAccessibleName(tr("Number of units"));
    m_number->setRange(1, mostUnits);
    m_number->setValue(2);
    m_number->hide();
    m_unit->setObjectName(u"lifetimeUnit"_s);
    m_unit->setAccessibleName(tr("Unit of time"));
    m_unit->addItem(tr("minutes"), secondsOf(1min));
    m_unit->addItem(tr("hours"), secondsOf(1h));
    m_unit->addItem(tr("days"), secondsOf(24h));
    m_unit->setCurrentIndex(1);
    m_unit->hide();
}

void LifetimeEdit::chosen()
{
    const bool isOther = !m_preset->currentData().isValid();
    m_number->setVisible(isOther);
    m_unit->setVisible(isOther);
    Q_EMIT changed();
}

std::chrono::seconds LifetimeEdit::lifetime() const
{
    if (m_preset->currentData().isValid())
        return std::chrono::seconds(m_preset->currentData().toLongLong());
    return m_number->value() * std::chrono::seconds(m_unit->currentData().toLongLong());
}

void LifetimeEdit::setLifetime(std::chrono::seconds lifetime)
{
    const int preset = m_preset->findData(secondsOf(lifetime));
    if (preset >= 0) {
        m_preset->setCurrentIndex(preset);
        return;
    }
    m_preset->setCurrentIndex(m_preset->count() - 1);
    // In the largest unit that it is a multiple of.
    for (int unit = m_unit->count() - 1; unit >= 0; --unit) {
        const std::chrono::seconds length(m_unit->itemData(unit).toLongLong());
        if (lifetime % length == 0s || unit == 0) {
            m_unit->setCurrentIndex(unit);
            m_number->setValue(static_cast<int>(lifetime / length));
            return;
        }
    }
}

} // namespace ui
