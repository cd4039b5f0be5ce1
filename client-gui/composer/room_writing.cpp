// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/composer/room_writing.h"

#include "client-gui/composer/command_runner.h"
#include "client-gui/composer/composer.h"
#include "client-gui/composer/writing_help.h"
#include "client-gui/dialogs/question_dialog.h"
#include "client-gui/emoji/emoji_habits.h"
#include "client-gui/timeline/unsure_message.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/session/names_in_texts.h"
#include "shared/client-core/workspace.h"
#include "shared/markup/emoji/emoji_catalogue.h"
#include "shared/markup/format_text.h"
#include "shared/markup/plain_text.h"

using namespace Qt::StringLiterals;

namespace salon {

namespace {

constexpr int DraftPauseMs = 800;

/// The arms are no marks of Markdown.
QString shrug(TextFormat format)
{
    return format == TextFormat::Plain ? u"¯\\_(ツ)_/¯"_s : u"¯\\\\\\_(ツ)\\_/¯"_s;
}

bool isMessage(const QModelIndex &row)
{
    return row.data(TimelineModel::RowKindRole).toInt() == int(TimelineModel::RowKind::Message)
        && !row.data(TimelineModel::DeletedRole).toBool();
}

MessageRights rightsTo(const QModelIndex &row)
{
    return row.data(TimelineModel::RightsRole).value<MessageRights>();
}

} // namespace

RoomWriting::RoomWriting(
    Theme &theme, Composer &composer, const EmojiCatalogue &emoji, SettingsStore &settings, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_composer(composer)
    , m_emoji(emoji)
    , m_settings(settings)
    , m_commands(new CommandRunner(settings, this))
{
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(DraftPauseMs);
    connect(&m_draftTimer, &QTimer::timeout, this, &RoomWriting::keepDrafts);
    composer.offerFormat(emoji, settings);
    composer.setComplete([this](const QString &text, qsizetype cursor) { return complete(text, cursor); });
    composer.setHint(&SlashCommands::hint);
    connectComposer();
    connect(m_commands, &CommandRunner::done, this, &RoomWriting::commandDone);
    connect(m_commands, &CommandRunner::failed, this, [this](const QString &words) {
        if (m_room == m_commandRoom)
            m_composer.refused(words);
    });
    connect(m_commands, &CommandRunner::roomWanted, this, &RoomWriting::roomWanted);
    connect(m_commands, &CommandRunner::leaveWanted, this, &RoomWriting::leaveWanted);
    connect(m_commands, &CommandRunner::helpWanted, this, &RoomWriting::showHelp);
}

RoomWriting::~RoomWriting()
{
    keepDrafts();
}

void RoomWriting::connectComposer()
{
    connect(&m_composer, &Composer::submitted, this, &RoomWriting::submit);
    connect(&m_composer, &Composer::edited, this, &RoomWriting::textEdited);
    connect(&m_composer, &Composer::deletionWanted, this, &RoomWriting::leaveEmpty);
    connect(&m_composer, &Composer::editLastWanted, this, &RoomWriting::editLast);
    connect(&m_composer, &Composer::replyStepped, this, &RoomWriting::stepReply);
    connect(&m_composer, &Composer::messageWanted, this, &RoomWriting::messageWanted);
    connect(&m_composer, &Composer::helpWanted, this, &RoomWriting::showHelp);
}

void RoomWriting::setWorkspace(Workspace *workspace)
{
    openRoom({});
    if (m_workspace)
        m_workspace->outbox().disconnect(this);
    m_workspace = workspace;
    m_commands->setWorkspace(workspace);
    // A room may be open before its drafts are read; what is typed by then is newer.
    if (workspace)
        connect(&workspace->outbox(), &Outbox::loaded, this, [this] {
            if (m_composer.text().isEmpty() && m_composer.replyTo() == 0 && m_composer.editing() == 0)
                showDrafts();
        });
}

void RoomWriting::openRoom(RoomId room)
{
    keepDrafts();
    m_timeline = nullptr;
    m_room = room;
    m_composer.setText({});
    showDrafts();
    m_isDirty = false;
}

Completion RoomWriting::complete(const QString &text, qsizetype cursor) const
{
    if (!m_workspace)
        return {};
    CompletionOffers offers;
    if (m_composer.editing() == 0)
        offers.commands = SlashCommands::names();
    offers.emoji = &m_emoji;
    offers.language = QLocale().language();
    offers.mayCall = m_workspace->mayCall(m_room);
    Completion found = salon::complete(text, cursor, m_workspace->people(), m_workspace->rooms(), offers);
    const EmojiHabits habits(m_settings);
    for (CompletionItem &item : found.items) {
        const Emoji *emoji = item.kind == CompletionItem::Kind::Emoji ? m_emoji.find(item.insert.trimmed()) : nullptr;
        if (emoji)
            item.insert = habits.toned(*emoji) + u' ';
    }
    return found;
}

// --- Drafts

void RoomWriting::textEdited()
{
    m_isDirty = true;
    m_draftTimer.start();
    const QString text = m_composer.text();
    const bool isForOthers = SlashCommands::parse(text).kind == SlashLine::Kind::Text; // no command
    if (m_workspace && m_room.isValid() && !text.isEmpty() && isForOthers)
        m_workspace->typing(m_room);
}

void RoomWriting::keepDrafts()
{
    m_draftTimer.stop();
    if (!m_workspace || !m_room.isValid() || !std::exchange(m_isDirty, false))
        return;
    m_workspace->keepDraft(m_room, { m_composer.messageText(), m_composer.replyTo(), 0, TextFormat::Markdown });
    if (const Seq editing = m_composer.editing(); editing != 0)
        m_workspace->keepDraft(m_room, { m_composer.text(), 0, editing, m_composer.format() });
    else
        m_workspace->endEdit(m_room);
}

void RoomWriting::showDrafts()
{
    if (!m_workspace || !m_room.isValid())
        return;
    const Draft draft = m_workspace->draftOf(m_room);
    // An action that came back from the outbox; what is typed here is kept as it was typed.
    m_composer.setText(draft.format == TextFormat::Action ? u"/me "_s + draft.text : draft.text);
    if (draft.replyTo != 0) {
        m_composer.showReply(draft.replyTo);
        describe(draft.replyTo);
    }
    if (const Draft edit = m_workspace->editDraftOf(m_room); edit.editing != 0) {
        m_composer.showEdit(edit.editing, edit.text, edit.format);
        describe(edit.editing);
    }
}

void RoomWriting::editAgain(const Cid &cid)
{
    if (!m_workspace || !m_room.isValid())
        return;
    keepDrafts(); // what is being written is not thrown away: the text comes before it
    switch (m_workspace->takeBackIntoDraft(cid)) {
    case OutboxRemoval::Done:
        showDrafts();
        m_composer.focusText();
        break;
    case OutboxRemoval::MayBeStored:
        showUnsureMessage(&m_composer);
        break;
    case OutboxRemoval::NotThere:
        break; // it left a moment ago
    }
}

// --- Sending

void RoomWriting::submit(const QString &typed)
{
    if (!m_workspace || !m_room.isValid())
        return;
    if (m_composer.editing() != 0) {
        submitEdit(typed);
        return;
    }
    const SlashLine line = SlashCommands::parse(typed);
    switch (line.kind) {
    case SlashLine::Kind::Text:
        send(line.text, m_composer.format());
        break;
    case SlashLine::Kind::Command:
        runCommand(line, typed);
        break;
    case SlashLine::Kind::Unknown:
        m_composer.refused(
            tr("There is no command /%1. /help shows them all; // at the start sends a slash.").arg(line.name));
        break;
    }
}

void RoomWriting::send(const QString &text, TextFormat format)
{
    const QString shown = format == TextFormat::Plain ? text : m_emoji.withEmoji(text);
    if (const Result<Cid> queued = m_workspace->sendText(m_room, shown, { m_composer.replyTo(), format }); !queued)
        m_composer.refused(queued.error());
    else
        taken();
}

void RoomWriting::submitEdit(const QString &typed)
{
    const TextFormat format = m_composer.format();
    QString text = typed;
    if (!m_composer.editsSlash()) {
        const SlashLine line = SlashCommands::parse(typed);
        if (line.kind != SlashLine::Kind::Text) {
            m_composer.refused(tr("A message cannot be changed into a command. // at the start puts a slash there."));
            return;
        }
        text = line.text;
    }
    const QString shown = format == TextFormat::Plain ? text : m_emoji.withEmoji(text);
    if (const Result<Cid> queued = m_workspace->editMessage(m_room, m_composer.editing(), shown, format); !queued)
        m_composer.refused(queued.error());
    else
        taken();
}

void RoomWriting::taken()
{
    const bool wasEdit = m_composer.editing() != 0;
    m_composer.accepted();
    m_isDirty = true;
    keepDrafts();
    if (!wasEdit)
        Q_EMIT sent();
}

void RoomWriting::runCommand(const SlashLine &line, const QString &typed)
{
    const bool isMe = line.command == SlashCommand::Me;
    if (isMe && line.text.isEmpty()) {
        m_composer.refused(tr("Something is missing: %1").arg(SlashCommands::usage(line.command)));
    } else if (isMe) {
        send(line.text, TextFormat::Action);
    } else if (line.command == SlashCommand::Shrug) {
        const TextFormat format = m_composer.format();
        send(QString(line.text + u' ' + shrug(format)).trimmed(), format);
    } else if (!m_commands->isBusy()) {
        m_commandRoom = m_room;
        m_command = typed;
        m_commands->run(m_room, line.command, line.text);
    }
}

/// The command goes, unless the person is somewhere else or writes something else by now.
void RoomWriting::commandDone(const QString &note)
{
    if (m_commandRoom != m_room) {
        if (m_workspace && m_workspace->draft(m_commandRoom) == m_command)
            m_workspace->setDraft(m_commandRoom, {});
        return;
    }
    if (m_composer.editing() == 0 && m_composer.text() == m_command)
        m_composer.takeCommand();
    m_isDirty = true;
    keepDrafts();
    if (!note.isEmpty())
        m_composer.note(note);
}

// --- Other messages

int RoomWriting::rowOf(Seq seq) const
{
    return m_timeline ? m_timeline->rowOfSeq(seq) : -1;
}

void RoomWriting::reply(Seq seq)
{
    if (!m_workspace || !m_room.isValid() || seq <= 0)
        return;
    m_composer.beginReply(seq, {}, {});
    describe(seq);
}

void RoomWriting::describe(Seq seq)
{
    if (const int row = rowOf(seq); row >= 0) {
        const QModelIndex message = m_timeline->index(row);
        m_composer.tellOf(seq, message.data(TimelineModel::AuthorNameRole).toString(),
            oneLine(message.data(TimelineModel::FormattedRole).value<FormattedText>()));
        return;
    }
    whenReady(
        m_workspace->fetchMessage(m_room, seq), this, [this, seq, room = m_room](const Result<RoomEvent> &message) {
            if (!message || room != m_room || !m_workspace)
                return;
            const QString now = m_workspace->people().nameOf(message->author);
            const MarkupNames names = namesInTexts(m_workspace->people(), m_workspace->rooms(), *message);
            m_composer.tellOf(seq, now.isEmpty() ? message->authorName : now,
                oneLine(formatText(message->text, message->format, names)));
        });
}

void RoomWriting::edit(Seq seq)
{
    if (!m_workspace || !m_room.isValid() || seq <= 0)
        return;
    if (const int row = rowOf(seq); row >= 0) {
        const QModelIndex message = m_timeline->index(row);
        beginEdit(seq, message.data(TimelineModel::TextRole).toString(),
            TextFormat(message.data(TimelineModel::FormatRole).toInt()));
        return;
    }
    whenReady(
        m_workspace->fetchMessage(m_room, seq), this, [this, seq, room = m_room](const Result<RoomEvent> &message) {
            if (room != m_room)
                return;
            if (message)
                beginEdit(seq, message->text, message->format);
            else
                m_composer.refused(message.error());
        });
}

void RoomWriting::beginEdit(Seq seq, const QString &text, TextFormat format)
{
    if (m_composer.editing() == seq)
        m_composer.focusText(); // it is open, and perhaps changed already
    else
        m_composer.beginEdit(seq, text, format);
}

void RoomWriting::editLast()
{
    for (int row = m_timeline ? m_timeline->rowCount() - 1 : -1; row >= 0; --row) {
        const QModelIndex message = m_timeline->index(row);
        if (!isMessage(message) || !message.data(TimelineModel::IsOwnRole).toBool())
            continue;
        if (const Seq seq = message.data(TimelineModel::SeqRole).toLongLong(); seq == 0) {
            editAgain(message.data(TimelineModel::CidRole).value<Cid>());
        } else if (rightsTo(message).mayEdit) {
            edit(seq);
        } else {
            continue;
        }
        return;
    }
}

void RoomWriting::stepReply(int step)
{
    if (!m_timeline || m_composer.editing() != 0)
        return;
    const int from = rowOf(m_composer.replyTo());
    const int last = m_timeline->rowCount() - 1;
    if (from < 0 && step > 0)
        return;
    for (int row = from < 0 ? last : from + step; row >= 0 && row <= last; row += step) {
        const QModelIndex message = m_timeline->index(row);
        if (isMessage(message) && rightsTo(message).mayReply) {
            reply(message.data(TimelineModel::SeqRole).toLongLong());
            return;
        }
    }
    if (step > 0)
        m_composer.cancelPurpose(); // below the newest one
}

/// Files stay without their text; without any, nothing is left of the message.
void RoomWriting::leaveEmpty(Seq seq)
{
    const auto leave = [this, seq, room = m_room](const Result<bool> &hasFiles) {
        if (!m_workspace || room != m_room || m_composer.editing() != seq)
            return;
        if (!hasFiles) { // it may have some: nothing may be deleted on a guess
            m_composer.refused(hasFiles.error());
            return;
        }
        if (!*hasFiles) {
            askToDelete(seq);
            return;
        }
        const auto queued = m_workspace->editMessage(room, seq, {}, m_composer.format(), true);
        if (!queued)
            m_composer.refused(queued.error());
        else
            taken();
    };
    if (!m_workspace || !m_room.isValid())
        return;
    if (const int row = rowOf(seq); row >= 0)
        leave(!m_timeline->index(row).data(TimelineModel::FilesRole).value<QList<FileEntry>>().isEmpty());
    else
        whenReady(m_workspace->fetchMessage(m_room, seq), this, [leave](const Result<RoomEvent> &message) {
            leave(message.map([](const RoomEvent &found) { return !found.files.isEmpty(); }));
        });
}

void RoomWriting::askToDelete(Seq seq)
{
    auto *question = new QuestionDialog(
        m_theme,
        [] {
            return QuestionDialog::Words{ tr("Delete this message?"),
                tr("It disappears for everybody, with all that it said before. This cannot be undone."), tr("Delete") };
        },
        m_composer.window());
    connect(question, &QuestionDialog::confirmed, this, [this, question, seq, room = m_room] {
        if (!m_workspace)
            return;
        if (const Result<Cid> queued = m_workspace->deleteMessage(room, seq); !queued) {
            question->failed(queued.error());
            return;
        }
        if (room == m_room && m_composer.editing() == seq)
            taken();
        question->accept();
    });
    question->open();
}

void RoomWriting::showHelp()
{
    (new WritingHelp(m_theme, m_composer.window()))->open();
}

} // namespace salon
