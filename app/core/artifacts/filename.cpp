// SPDX-License-Identifier: MPL-2.0
#include "core/artifacts/filename.h"

#include "core/util/visibletext.h"

#include <QDir>
#include <QRegularExpression>

namespace core {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxBytes = 200; // file systems take 255, and ".part" and " (2)" want room

bool isForbidden(QChar c)
{
    return QStringView(u"<>:\"/\\|?*").contains(c) || (!c.isSurrogate() && isDeceptive(c.unicode()));
}

// What Windows takes for a device, with any ending.
bool isReserved(const QString &name)
{
    static const QRegularExpression devices(
        u"^(?:con|prn|aux|nul|conin\\$|conout\\$|com[0-9¹²³]|lpt[0-9¹²³])(?:[ .].*)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return devices.match(name).hasMatch();
}

QString replaceForbidden(const QString &name)
{
    QString out;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name[i];
        const bool pair = c.isHighSurrogate() && i + 1 < name.size() && name[i + 1].isLowSurrogate();
        if (pair && !isDeceptive(QChar::surrogateToUcs4(c, name[i + 1])))
            out += QStringView(name).mid(i, 2);
        else
            out += pair || c.isSurrogate() || isForbidden(c) ? u'_' : c;
        i += pair ? 1 : 0;
    }
    return out;
}

// Where the ending begins: of the last dot, or of the one before for "tar.gz"; the length without one.
qsizetype endingPosition(const QString &name)
{
    constexpr qsizetype longest = 16;
    qsizetype dot = name.lastIndexOf(u'.');
    if (dot <= 0 || name.size() - dot > longest)
        return name.size();
    const qsizetype before = name.lastIndexOf(u'.', dot - 1);
    const bool archive = before > 0 && QStringView(name).mid(before + 1, dot - before - 1) == u"tar";
    return archive ? before : dot;
}

QString shortened(const QString &name)
{
    if (name.toUtf8().size() <= maxBytes)
        return name;
    const qsizetype position = endingPosition(name);
    const QString ending = name.mid(position);
    QString stem = name.left(position);
    while (!stem.isEmpty() && (stem + ending).toUtf8().size() > maxBytes)
        stem.chop(stem.back().isLowSurrogate() ? 2 : 1);
    return stem + ending;
}

// Windows drops dots and blanks at the end, and then means another file.
QString withoutDotsAtEnd(QString name)
{
    while (name.endsWith(u'.') || (!name.isEmpty() && name.back().isSpace()))
        name.chop(1);
    return name;
}

} // namespace

QString safeFileName(const QString &artifactName)
{
    QString name = replaceForbidden(artifactName.mid(artifactName.lastIndexOf(u'/') + 1)).trimmed();
    // A leading dot hides the file and makes ".." possible.
    while (name.startsWith(u'.'))
        name = name.mid(1).trimmed();
    name = withoutDotsAtEnd(name);
    if (isReserved(name))
        name.prepend(u'_');
    name = withoutDotsAtEnd(shortened(name));
    return name.isEmpty() ? u"artifact"_s : name;
}

QStringList safeFilePath(const QString &artifactName)
{
    constexpr qsizetype mostFolders = 32; // deeper ones are of no use, and paths have an end
    QStringList path;
    const QStringList parts = artifactName.split(u'/');
    for (const QString &folder : parts.first(parts.size() - 1)) {
        if (path.size() == mostFolders)
            break;
        if (folder.isEmpty() || folder == u'.')
            continue;
        const bool isDots = folder.count(u'.') == folder.size();
        path.append(isDots ? u"_"_s : safeFileName(folder));
    }
    path.append(safeFileName(artifactName));
    return path;
}

QString numberedFileName(const QString &name, int number)
{
    const qsizetype position = endingPosition(name);
    return u"%1 (%2)%3"_s.arg(name.left(position)).arg(number).arg(name.mid(position));
}

QString fileNameKey(const QString &name)
{
    return name.normalized(QString::NormalizationForm_C).toCaseFolded();
}

QString freeFileName(const QString &folder, const QString &name)
{
    const QStringList taken = QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System);
    QString candidate = name;
    for (int number = 2; taken.contains(candidate, Qt::CaseInsensitive); ++number)
        candidate = numberedFileName(name, number);
    return candidate;
}

} // namespace core
