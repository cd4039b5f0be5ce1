// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/markup/code_language.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

using Quote = CodeLanguage::Quote;

QSet<QString> words(const QString &text)
{
    const QStringList list = text.split(u' ', Qt::SkipEmptyParts);
    return { list.begin(), list.end() };
}

CodeLanguage withSlashComments(const QString &keywords)
{
    CodeLanguage language;
    language.keywords = words(keywords);
    language.lineComments = { u"//"_s };
    language.blockCommentStart = u"/*"_s;
    language.blockCommentEnd = u"*/"_s;
    language.quotes = { Quote{ u"\""_s } };
    return language;
}

CodeLanguage c()
{
    CodeLanguage language = withSlashComments(
        u"alignas alignof asm auto bool break case catch char char8_t char16_t char32_t class co_await co_return "
        u"co_yield "
        "concept const consteval constexpr constinit const_cast continue decltype default delete do double "
        "dynamic_cast "
        "else enum explicit export extern false final float for friend goto if inline int long mutable namespace new "
        "noexcept nullptr NULL operator override private protected public register reinterpret_cast requires restrict "
        "return short signed sizeof static static_assert static_cast struct switch template this thread_local throw "
        "true "
        "try typedef typeid typename union unsigned using virtual void volatile wchar_t while"_s);
    language.hasCharacters = true;
    language.hasDirectives = true;
    return language;
}

CodeLanguage python()
{
    CodeLanguage language;
    language.keywords
        = words(u"and as assert async await break case class continue def del elif else except False finally for from "
                u"global if "
                "import in is lambda match None nonlocal not or pass raise return self True try while with yield"_s);
    language.lineComments = { u"#"_s };
    language.quotes = { Quote{ u"\"\"\""_s, true }, Quote{ u"'''"_s, true }, Quote{ u"\""_s }, Quote{ u"'"_s } };
    language.hasAtRules = true;
    return language;
}

CodeLanguage javaScript()
{
    CodeLanguage language = withSlashComments(
        u"abstract any as async await boolean break case catch class const continue debugger declare default delete do "
        "else enum export extends false finally for from function get if implements import in instanceof interface is "
        "keyof let namespace never new null number of private protected public readonly return set static string super "
        "switch this throw true try type typeof undefined unknown var void while with yield"_s);
    language.quotes = { Quote{ u"\""_s }, Quote{ u"'"_s }, Quote{ u"`"_s, true } };
    language.wordSigns = u"$"_s;
    return language;
}

CodeLanguage java()
{
    CodeLanguage language = withSlashComments(
        u"abstract assert boolean break byte case catch char class const continue default do double else enum extends "
        "false final finally float for goto if implements import instanceof int interface long native new null package "
        "permits private protected public record return sealed short static strictfp super switch synchronized this "
        "throw "
        "throws transient true try var void volatile while yield"_s);
    language.quotes = { Quote{ u"\"\"\""_s, true }, Quote{ u"\""_s } };
    language.hasCharacters = true;
    language.hasAtRules = true;
    return language;
}

CodeLanguage shell()
{
    CodeLanguage language;
    language.keywords = words(u"alias break case continue declare do done echo elif else esac eval exec exit export fi "
                              u"for function if in local "
                              "readonly return select set shift source then trap unset until while"_s);
    language.lineComments = { u"#"_s };
    language.quotes = { Quote{ u"\""_s, true }, Quote{ u"'"_s, true, false } };
    language.hashNeedsSpace = true;
    return language;
}

CodeLanguage sql()
{
    CodeLanguage language;
    language.keywords = words(
        u"add all alter and any as asc between bigint blob boolean by cascade case char check column commit constraint "
        "count create cross database date default delete desc distinct drop else end except exists false foreign from "
        "full function grant group having if in index inner insert int integer intersect into is join key left like "
        "limit "
        "natural not null numeric offset on or order outer pragma primary procedure real references replace returning "
        "revoke right rollback select set table temporary text then timestamp to transaction trigger true union unique "
        "update using values varchar view when where with"_s);
    language.lineComments = { u"--"_s };
    language.blockCommentStart = u"/*"_s;
    language.blockCommentEnd = u"*/"_s;
    language.quotes = { Quote{ u"'"_s, true, false }, Quote{ u"\""_s, false, false } };
    language.ignoresCase = true;
    return language;
}

CodeLanguage json()
{
    CodeLanguage language = withSlashComments(u"true false null"_s); // comments: of JSON5 and configuration files
    return language;
}

CodeLanguage tags()
{
    CodeLanguage language;
    language.kind = CodeLanguage::Kind::Tags;
    language.blockCommentStart = u"<!--"_s;
    language.blockCommentEnd = u"-->"_s;
    language.quotes = { Quote{ u"\""_s, true, false }, Quote{ u"'"_s, true, false } };
    return language;
}

CodeLanguage css()
{
    CodeLanguage language;
    language.keywords = words(
        u"absolute auto block bold both center collapse fixed flex grid hidden important inherit initial inline italic "
        "none normal nowrap pointer relative revert solid static sticky transparent underline unset uppercase visible"_s);
    language.blockCommentStart = u"/*"_s;
    language.blockCommentEnd = u"*/"_s;
    language.quotes = { Quote{ u"\""_s }, Quote{ u"'"_s } };
    language.hasAtRules = true;
    language.wordSigns = u"-"_s;
    return language;
}

CodeLanguage rust()
{
    CodeLanguage language = withSlashComments(u"as async await bool box break char const continue crate dyn else enum "
                                              u"extern f32 f64 false fn for i128 i16 i32 "
                                              "i64 i8 if impl in isize let loop match mod move mut pub ref return self "
                                              "Self static str struct super trait true "
                                              "type u128 u16 u32 u64 u8 union unsafe use usize where while"_s);
    language.quotes = { Quote{ u"\""_s, true } };
    language.hasCharacters = true;
    return language;
}

CodeLanguage go()
{
    CodeLanguage language = withSlashComments(
        u"any bool break byte case chan complex128 complex64 const continue default defer else error fallthrough false "
        "float32 float64 for func go goto if import int int16 int32 int64 int8 interface iota map nil package range "
        "return "
        "rune select string struct switch true type uint uint16 uint32 uint64 uint8 uintptr var"_s);
    language.quotes = { Quote{ u"\""_s }, Quote{ u"`"_s, true, false } };
    language.hasCharacters = true;
    return language;
}

QHash<QString, CodeLanguage> byName()
{
    QHash<QString, CodeLanguage> languages;
    const auto add = [&languages](const QString &names, const CodeLanguage &language) {
        for (const QString &name : names.split(u' '))
            languages.insert(name, language);
    };
    add(u"c h cpp c++ cc cxx h++ hpp"_s, c());
    add(u"python py python3"_s, python());
    add(u"javascript js jsx mjs typescript ts tsx"_s, javaScript());
    add(u"java"_s, java());
    add(u"bash sh shell zsh console"_s, shell());
    add(u"sql sqlite mysql postgresql"_s, sql());
    add(u"json json5 jsonc"_s, json());
    add(u"html xml svg xhtml"_s, tags());
    add(u"css"_s, css());
    add(u"rust rs"_s, rust());
    add(u"go golang"_s, go());
    return languages;
}

} // namespace

const CodeLanguage *findCodeLanguage(const QString &name)
{
    static const QHash<QString, CodeLanguage> languages = byName(); // never changed: no state, only a table
    const auto found = languages.constFind(name.toLower());
    return found == languages.cend() ? nullptr : &*found;
}

} // namespace salon
