// SPDX-License-Identifier: MPL-2.0
#include "hostilenames.h"

using namespace Qt::StringLiterals;

namespace testdata {

namespace {

QList<HostileName> leadingOut()
{
    return {
        { "up", u"../up.txt"_s, u"up.txt"_s, u"_/up.txt"_s },
        { "far up", u"../../../../etc/passwd"_s, u"passwd"_s, u"_/_/_/_/etc/passwd"_s },
        { "down and up", u"public/../../up.txt"_s, u"up.txt"_s, u"public/_/_/up.txt"_s },
        { "up at the end", u"public/.."_s, u"artifact"_s, u"public/artifact"_s },
        { "only up", u".."_s, u"artifact"_s, u"artifact"_s },
        { "here", u"."_s, u"artifact"_s, u"artifact"_s },
        { "here at the end", u"public/."_s, u"artifact"_s, u"public/artifact"_s },
        { "here within", u"public/./././x.txt"_s, u"x.txt"_s, u"public/x.txt"_s },
        { "more dots", u"public/..../x.txt"_s, u"x.txt"_s, u"public/_/x.txt"_s },
        { "dots and blanks", u"public/.. /x.txt"_s, u"x.txt"_s, u"public/artifact/x.txt"_s },
        { "absolute", u"/etc/passwd"_s, u"passwd"_s, u"etc/passwd"_s },
        { "twice absolute", u"//server/share/x"_s, u"x"_s, u"server/share/x"_s },
        { "share", u"\\\\server\\share\\x"_s, u"__server_share_x"_s, u"__server_share_x"_s },
        { "backslashes", u"..\\..\\up.txt"_s, u"_.._up.txt"_s, u"_.._up.txt"_s },
        { "mixed slashes", u"public/..\\../x"_s, u"x"_s, u"public/_/x"_s },
        { "drive", u"C:\\Windows\\x.dll"_s, u"C__Windows_x.dll"_s, u"C__Windows_x.dll"_s },
        { "drive with slashes", u"C:/Windows/x.dll"_s, u"x.dll"_s, u"C_/Windows/x.dll"_s },
        { "on a drive", u"C:x.txt"_s, u"C_x.txt"_s, u"C_x.txt"_s },
        { "only a drive", u"c:"_s, u"c_"_s, u"c_"_s },
        { "URL", u"file:///etc/passwd"_s, u"passwd"_s, u"file_/etc/passwd"_s },
        { "encoded", u"%2e%2e/%2f..%5cx"_s, u"%2f..%5cx"_s, u"%2e%2e/%2f..%5cx"_s },
        { "home", u"~/x.txt"_s, u"x.txt"_s, u"~/x.txt"_s },
        { "stream", u"public/x.txt:stream"_s, u"x.txt_stream"_s, u"public/x.txt_stream"_s },
        { "data stream", u"public/x.txt::$DATA"_s, u"x.txt__$DATA"_s, u"public/x.txt__$DATA"_s },
    };
}

QList<HostileName> reserved()
{
    return {
        { "device", u"CON"_s, u"_CON"_s, u"_CON"_s },
        { "device with an ending", u"con.txt"_s, u"_con.txt"_s, u"_con.txt"_s },
        { "device below", u"public/NUL"_s, u"_NUL"_s, u"public/_NUL"_s },
        { "device as a folder", u"aux/x.txt"_s, u"x.txt"_s, u"_aux/x.txt"_s },
        { "device with two endings", u"Aux.tar.gz"_s, u"_Aux.tar.gz"_s, u"_Aux.tar.gz"_s },
        { "port", u"COM1"_s, u"_COM1"_s, u"_COM1"_s },
        { "port with a superscript", u"com\u00b9.log"_s, u"_com\u00b9.log"_s, u"_com\u00b9.log"_s },
        { "printer", u"LPT9.txt"_s, u"_LPT9.txt"_s, u"_LPT9.txt"_s },
        { "console", u"CONIN$"_s, u"_CONIN$"_s, u"_CONIN$"_s },
        { "device and a blank", u"PRN ."_s, u"_PRN"_s, u"_PRN"_s },
        { "hidden", u".bashrc"_s, u"bashrc"_s, u"bashrc"_s },
        { "hidden folder", u"public/.ssh/authorized_keys"_s, u"authorized_keys"_s, u"public/ssh/authorized_keys"_s },
        { "forbidden", u"public/<>|\"?*.txt"_s, u"______.txt"_s, u"public/______.txt"_s },
        { "option", u"-rf"_s, u"-rf"_s, u"-rf"_s },
        { "command", u"$(reboot).txt"_s, u"$(reboot).txt"_s, u"$(reboot).txt"_s },
    };
}

QList<HostileName> clashing()
{
    return {
        { "plain", u"public/a.txt"_s, u"a.txt"_s, u"public/a.txt"_s },
        { "capitals", u"public/A.TXT"_s, u"A.TXT"_s, u"public/A.TXT"_s },
        { "folder in capitals", u"PUBLIC/a.txt"_s, u"a.txt"_s, u"PUBLIC/a.txt"_s },
        { "blank at the end", u"public/a.txt "_s, u"a.txt"_s, u"public/a.txt"_s },
        { "dot at the end", u"public/a.txt."_s, u"a.txt"_s, u"public/a.txt"_s },
        { "dots at the end", u"public/a.txt..."_s, u"a.txt"_s, u"public/a.txt"_s },
        { "blank in front", u"public/ a.txt"_s, u"a.txt"_s, u"public/a.txt"_s },
        { "file as a folder", u"public/a.txt/b"_s, u"b"_s, u"public/a.txt/b"_s },
        { "being written", u"public/a.txt.part"_s, u"a.txt.part"_s, u"public/a.txt.part"_s },
        { "number taken", u"public/a (2).txt"_s, u"a (2).txt"_s, u"public/a (2).txt"_s },
        { "accent", u"public/\u00e9.txt"_s, u"\u00e9.txt"_s, u"public/\u00e9.txt"_s },
        { "same accent", u"public/e\u0301.txt"_s, u"e\u0301.txt"_s, u"public/e\u0301.txt"_s },
        { "sharp s", u"public/stra\u00dfe"_s, u"stra\u00dfe"_s, u"public/stra\u00dfe"_s },
        { "nothing", QString(), u"artifact"_s, u"artifact"_s },
        { "slash", u"/"_s, u"artifact"_s, u"artifact"_s },
        { "slashes", u"///"_s, u"artifact"_s, u"artifact"_s },
        { "folder", u"public/"_s, u"artifact"_s, u"public/artifact"_s },
        { "long", QString(300, u'x') + u".tar.gz"_s, QString(193, u'x') + u".tar.gz"_s,
            QString(193, u'x') + u".tar.gz"_s },
        { "long in bytes", QString(90, QChar(0x65e5)), QString(66, QChar(0x65e5)), QString(66, QChar(0x65e5)) },
        { "deep", u"d/"_s.repeated(100) + u"f"_s, u"f"_s, u"d/"_s.repeated(32) + u"f"_s },
    };
}

QList<HostileName> invisible()
{
    return {
        { "null", u"public/nul"_s + QChar(0) + u"byte.txt"_s, u"nul_byte.txt"_s, u"public/nul_byte.txt"_s },
        { "null and up", u"x.txt"_s + QChar(0) + u"/../y"_s, u"y"_s, u"x.txt_/_/y"_s },
        { "line break", u"public/line\nbreak.txt"_s, u"line_break.txt"_s, u"public/line_break.txt"_s },
        { "only breaks", u"public/\r\n"_s, u"__"_s, u"public/__"_s },
        { "bell", u"public/bell\a.txt"_s, u"bell_.txt"_s, u"public/bell_.txt"_s },
        { "escape", u"public/\u001b[31mred.txt"_s, u"_[31mred.txt"_s, u"public/_[31mred.txt"_s },
        { "tab", u"public/tab\tx.txt"_s, u"tab_x.txt"_s, u"public/tab_x.txt"_s },
        { "delete", u"public/x\u007f.txt"_s, u"x_.txt"_s, u"public/x_.txt"_s },
        { "right to left", u"public/photo\u202Egpj.exe"_s, u"photo_gpj.exe"_s, u"public/photo_gpj.exe"_s },
        { "isolated", u"public/\u2066x\u2069.txt"_s, u"_x_.txt"_s, u"public/_x_.txt"_s },
        { "folder right to left", u"\u202Ecilbup/x"_s, u"x"_s, u"_cilbup/x"_s },
        { "zero width", u"public/a\u200B.txt"_s, u"a_.txt"_s, u"public/a_.txt"_s },
        { "byte order mark", u"public/\uFEFFx.txt"_s, u"_x.txt"_s, u"public/_x.txt"_s },
        { "line separator", u"public/\u2028x.txt"_s, u"_x.txt"_s, u"public/_x.txt"_s },
        { "half a character", u"public/"_s + QChar(0xD800) + u".txt"_s, u"_.txt"_s, u"public/_.txt"_s },
        { "tag", u"public/x\U000E0041.txt"_s, u"x_.txt"_s, u"public/x_.txt"_s },
    };
}

} // namespace

QList<HostileName> hostileNames()
{
    return leadingOut() + reserved() + clashing() + invisible();
}

} // namespace testdata
