// SPDX-License-Identifier: MPL-2.0
#include "core/secrets/yamlscalar.h"

#include "core/secrets/jsontext.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace core {

using namespace Qt::StringLiterals;

namespace {

using Surprise = YamlScalar::Surprise;
using Type = SecretValue::Type;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(core::YamlText)
};

bool matches(const QRegularExpression &pattern, const QString &text)
{
    return pattern.match(text).hasMatch();
}

bool isOneOf(const QString &text, QLatin1StringView word)
{
    // As YAML writes its words: lower case, capitalised, upper case.
    const QString lower = word;
    return text == lower || text == lower.toUpper() || text == lower.left(1).toUpper() + lower.mid(1);
}

// A decimal number as JSON writes it; the pattern has been checked.
YamlScalar decimalNumber(const QString &text)
{
    QString number = text;
    const bool isNegative = number.startsWith(u'-');
    if (isNegative || number.startsWith(u'+'))
        number.remove(0, 1);
    qsizetype zeros = 0;
    while (zeros + 1 < number.size() && number[zeros] == u'0' && number[zeros + 1].isDigit())
        ++zeros;
    number.remove(0, zeros);
    if (number.startsWith(u'.'))
        number.prepend(u'0');
    const qsizetype point = number.indexOf(u'.');
    if (point >= 0 && (point + 1 == number.size() || !number[point + 1].isDigit()))
        number.remove(point, 1);
    if (isNegative)
        number.prepend(u'-');
    YamlScalar result { Type::Number, number, Surprise::None };
    static const QRegularExpression losesForm(u"^\\+|[eE]|^[-+]?\\.|\\.$|\\.\\d*0$"_s);
    bool isDouble = false;
    static_cast<void>(number.toDouble(&isDouble));
    if (!isDouble)
        result.surprise = Surprise::TooLarge;
    else if (zeros > 0)
        result.surprise = Surprise::LeadingZeros;
    else if (!numberWarning(number).isEmpty())
        result.surprise = Surprise::TooLong;
    else if (matches(losesForm, text))
        result.surprise = Surprise::LostForm;
    return result;
}

YamlScalar basedNumber(const QString &digits, int base)
{
    bool isNumber = false;
    const qulonglong number = digits.toULongLong(&isNumber, base);
    return { Type::Number, QString::number(number), isNumber ? Surprise::OtherBase : Surprise::TooLarge };
}

// What is text here, and something else for other readers of YAML.
Surprise surpriseOfText(const QString &text)
{
    static const QRegularExpression date(u"^\\d{4}-\\d{1,2}-\\d{1,2}([Tt \\t].*)?$"_s);
    static const QRegularExpression sexagesimal(u"^[-+]?\\d+(:[0-5]?\\d)+(\\.\\d*)?$"_s);
    static const QRegularExpression underscores(
        u"^[-+]?(0[xob])?[0-9a-fA-F]*\\d_[0-9a-fA-F_]*(\\.[\\d_]*)?$|^0b[01]+$"_s);
    for (const auto word : { "yes"_L1, "no"_L1, "on"_L1, "off"_L1, "y"_L1, "n"_L1 }) {
        if (isOneOf(text, word))
            return Surprise::YesNo;
    }
    if (matches(date, text))
        return Surprise::Date;
    if (matches(sexagesimal, text))
        return Surprise::Sexagesimal;
    return matches(underscores, text) ? Surprise::Underscores : Surprise::None;
}

} // namespace

YamlScalar plainScalar(const QString &text)
{
    static const QRegularExpression decimal(u"^[-+]?(\\.\\d+|\\d+(\\.\\d*)?)([eE][-+]?\\d+)?$"_s);
    static const QRegularExpression octal(u"^0o[0-7]+$"_s);
    static const QRegularExpression hexadecimal(u"^0x[0-9a-fA-F]+$"_s);
    static const QRegularExpression noNumber(u"^[-+]?\\.(inf|Inf|INF)$|^\\.(nan|NaN|NAN)$"_s);
    if (text.isEmpty() || text == u'~')
        return { Type::Null, {}, Surprise::EmptyIsNull };
    if (isOneOf(text, "null"_L1))
        return { Type::Null, {}, Surprise::None };
    for (const auto word : { "true"_L1, "false"_L1 }) {
        if (isOneOf(text, word))
            return { Type::Bool, word, Surprise::None };
    }
    if (matches(decimal, text))
        return decimalNumber(text);
    if (matches(octal, text))
        return basedNumber(text.mid(2), 8);
    if (matches(hexadecimal, text))
        return basedNumber(text.mid(2), 16);
    if (matches(noNumber, text))
        return { Type::Number, {}, Surprise::NoNumber };
    return { Type::Text, text, surpriseOfText(text) };
}

QString surpriseText(YamlScalar::Surprise surprise)
{
    switch (surprise) {
    case Surprise::None:
        return {};
    case Surprise::EmptyIsNull:
        return Texts::tr("Nothing is written here: the value is null. For empty text write \"\".");
    case Surprise::YesNo:
        return Texts::tr("Yes, no, on and off are text here, and true or false for older readers of YAML. Quote it, or "
                         "write true or false.");
    case Surprise::Date:
        return Texts::tr("A date is text here, and other readers of YAML make a time of it. Quote it.");
    case Surprise::Sexagesimal:
        return Texts::tr("Digits with colons are text here, and a number for older readers of YAML. Quote it.");
    case Surprise::Underscores:
        return Texts::tr("This is text here, and a number for other readers of YAML. Quote it, or write the digits "
                         "alone.");
    case Surprise::OtherBase:
        return Texts::tr("This is a number, and is kept in decimal digits. Quote it to keep it as text.");
    case Surprise::LeadingZeros:
        return Texts::tr("This is a number, and loses its leading zeros. Quote it to keep it as text.");
    case Surprise::LostForm:
        return Texts::tr("This is a number, and may come back written otherwise. Quote it to keep it as text.");
    case Surprise::TooLong:
        return Texts::tr("This is a number, and the service keeps 15 digits or so: the last ones may change. Quote it "
                         "to keep it as text.");
    case Surprise::NoNumber:
        return Texts::tr("JSON does not have this number. Quote it to keep it as text.");
    case Surprise::TooLarge:
        return Texts::tr("No number of this size can be kept. Quote it to keep it as text.");
    }
    return {};
}

} // namespace core
