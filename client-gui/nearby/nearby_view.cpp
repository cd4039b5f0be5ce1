// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/nearby/nearby_view.h"

#include "client-gui/app/theme.h"
#include "client-gui/composer/composer.h"
#include "client-gui/nearby/decision_page.h"
#include "client-gui/nearby/file_cards.h"
#include "client-gui/nearby/nearby_header.h"
#include "client-gui/nearby/nearby_timeline_rows.h"
#include "client-gui/timeline/read_watch.h"
#include "client-gui/timeline/timeline_view.h"
#include "client-gui/widgets/banner.h"
#include "shared/client-core/settings.h"
#include "shared/client-core/text/error_text.h"
#include "shared/nearby/nearby.h"

#include <QDropEvent>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QPainter>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace salon {

NearbyView::NearbyView(Theme &theme, SettingsStore &settings, Nearby &nearby, OwnAccount ownAccount, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_nearby(nearby)
    , m_ownAccount(std::move(ownAccount))
    , m_header(new NearbyHeader(theme, nearby, this))
    , m_banner(new Banner(theme, this))
    , m_notice(new Banner(theme, this))
    , m_talk(new QWidget(this))
    , m_decision(new DecisionPage(theme, nearby, this))
    , m_timeline(new TimelineView(theme, m_talk))
    , m_files(new FileCards(theme, m_talk))
    , m_composer(new Composer(theme, m_talk))
    , m_readWatch(new ReadWatch(*m_timeline))
{
    setObjectName(u"nearbyView"_s);
    m_banner->setObjectName(u"nearbyBanner"_s);
    m_notice->setObjectName(u"nearbyNotice"_s);
    m_notice->setKind(BannerKind::Danger);
    m_notice->setDismissible(true);
    setAcceptDrops(true);
    auto *talk = new QVBoxLayout(m_talk);
    talk->setContentsMargins(0, 0, 0, 0);
    talk->setSpacing(0);
    talk->addWidget(m_timeline, 1);
    talk->addWidget(m_files);
    talk->addWidget(m_composer);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_banner);
    column->addWidget(m_notice);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_talk);
    m_stack->addWidget(m_decision);
    column->addLayout(m_stack, 1);
    // A text field would take the name of a dropped file as text.
    m_composer->installEventFilter(this);
    const QList<QWidget *> parts = m_composer->findChildren<QWidget *>();
    for (QWidget *part : parts)
        part->installEventFilter(this);

    connect(m_composer, &Composer::submitted, this, &NearbyView::send);
    connect(m_composer, &Composer::pageStepped, m_timeline, &TimelineView::scrollPages);
    connect(m_timeline, &TimelineView::olderWanted, this, [this] {
        if (m_model)
            m_model->fetchOlder();
    });
    connect(m_readWatch, &ReadWatch::seen, this, [this] { m_nearby.markRead(m_key); });
    connect(m_header, &NearbyHeader::sendFileRequested, this, &NearbyView::chooseFiles);
    connect(m_header, &NearbyHeader::serverConversationRequested, this, &NearbyView::serverConversationRequested);
    NearbyFiles &files = nearby.files();
    connect(
        m_files, &FileCards::acceptRequested, this, [this](const Cid &cid) { m_nearby.files().accept(m_key, cid); });
    connect(
        m_files, &FileCards::refuseRequested, this, [this](const Cid &cid) { m_nearby.files().refuse(m_key, cid); });
    connect(m_files, &FileCards::pauseRequested, this, [this](const Cid &cid) { m_nearby.files().pause(m_key, cid); });
    connect(m_files, &FileCards::withdrawRequested, this,
        [this](const Cid &cid) { m_nearby.files().withdraw(m_key, cid); });
    connect(&files, &NearbyFiles::notOffered, this,
        [this](const QByteArray &person, const QString &path, const Error &error) {
            const QString name = QFileInfo(path).fileName();
            if (person != m_key) {
                const NearbyPerson other = m_nearby.people().find(person).value_or(NearbyPerson{ person });
                tell([name, who = NearbyPeople::nameOf(other), error] {
                    //: %1 is the name of a file, %2 that of a person, %3 a sentence: why
                    return tr("“%1” was not sent to %2. %3").arg(name, who, ErrorText::of(error));
                });
                return;
            }
            tell([name, error] {
                //: %1 is the name of a file, %2 a sentence: why
                return tr("“%1” was not sent. %2").arg(name, ErrorText::of(error));
            });
        });
    connect(&files, &NearbyFiles::notAccepted, this, [this](const QByteArray &person, const Cid &, const Error &error) {
        if (person == m_key)
            tell([error] { return tr("The file was not accepted. %1").arg(ErrorText::of(error)); });
    });
    connect(&nearby.people(), &NearbyPeople::personChanged, this, [this](const QByteArray &key) {
        if (key == m_key)
            showPerson();
    });
    connect(&nearby, &Nearby::accepted, this, [this](const QByteArray &key) {
        if (key == m_key)
            showPerson();
    });
    connect(&nearby, &Nearby::openChanged, this, &NearbyView::showPerson);
    connect(&settings, &SettingsStore::changed, this, [this](const Settings &now) {
        m_composer->setEnterSends(now.enterSends);
        m_timeline->setCompact(now.compactTimeline);
    });
    connect(m_notice, &Banner::dismissed, this, [this] { m_noticeWords = {}; });
    m_composer->setEnterSends(settings.current().enterSends);
    m_timeline->setCompact(settings.current().compactTimeline);
    showPerson();
}

NearbyView::~NearbyView()
{
    m_timeline->setModel(nullptr);
}

void NearbyView::openPerson(const QByteArray &key)
{
    if (key == m_key) {
        showPerson();
        return;
    }
    if (!m_key.isEmpty())
        m_drafts.insert(m_key, m_composer->text());
    m_timeline->setModel(nullptr);
    m_files->setTimeline(nullptr);
    delete m_rows;
    delete m_model;
    m_key = key;
    m_name.clear();
    m_notice->setOpen(false);
    m_decision->setPerson(key);
    m_composer->setText(m_drafts.value(key));
    showPerson();
    Q_EMIT titleChanged();
}

std::optional<NearbyPerson> NearbyView::find(const QByteArray &key) const
{
    return m_nearby.people().find(key);
}

QString NearbyView::personName() const
{
    return m_name;
}

void NearbyView::makeTimeline()
{
    if (m_model)
        return;
    m_model = m_nearby.makeTimeline(m_key, this);
    m_rows = new NearbyTimelineRows(*m_model, m_nearby.people(), m_nearby.key(), m_ownAccount, this);
    connect(m_model, &PeerTimeline::loadingChanged, this, &NearbyView::showWindowState);
    connect(m_model, &PeerTimeline::loaded, this, &NearbyView::showWindowState);
    connect(m_model, &PeerTimeline::loadFailed, this, [this](const Error &error) {
        showWindowState();
        tell([error] { return ErrorText::of(error); });
    });
    showWindowState();
    m_timeline->setModel(m_rows);
    m_files->setTimeline(m_model);
}

void NearbyView::showPerson()
{
    const std::optional<NearbyPerson> person = m_nearby.people().find(m_key);
    m_header->setPerson(m_key);
    m_header->setVisible(person || !m_name.isEmpty());
    if (!m_nearby.isOpen())
        m_composer->setBlocked(tr("People nearby is turned off. Turn it on to write to this person."));
    if (!person) {
        // Turned off: what was written can still be read, and with whom.
        m_header->setMaySend(false);
        m_banner->setOpen(false);
        m_stack->setCurrentWidget(m_model ? m_talk : static_cast<QWidget *>(m_decision));
        return;
    }
    m_name = NearbyPeople::nameOf(*person);
    const bool isAccepted = person->trust == PeerTrust::Accepted && !person->asks;
    if (isAccepted)
        makeTimeline();
    m_stack->setCurrentWidget(isAccepted ? m_talk : static_cast<QWidget *>(m_decision));
    m_header->setMaySend(isAccepted && m_nearby.isOpen());
    m_composer->setTarget(personName());
    if (m_nearby.isOpen())
        m_composer->setBlocked({});
    showBanner();
    Q_EMIT titleChanged();
}

void NearbyView::showBanner()
{
    const std::optional<NearbyPerson> person = m_nearby.people().find(m_key);
    const bool isAccepted = person && person->trust == PeerTrust::Accepted && !person->asks;
    if (!isAccepted || person->direct || !m_nearby.isOpen()) {
        m_banner->setOpen(false);
        return;
    }
    m_banner->setKind(BannerKind::Info);
    m_banner->setIconName(person->isUndecided() ? u"person"_s : u"queued"_s);
    QString words;
    if (person->isUndecided())
        //: %1 is a person's name
        words = tr("%1 has not decided yet whether to talk with you. What you write is kept until then.");
    else if (person->isHere())
        //: %1 is a person's name
        words = tr("There is no link to %1 at the moment. What you write is kept and delivered when there is one.");
    else
        //: %1 is a person's name
        words = tr("%1 is not here. What you write is kept and delivered when you are on the same network again.");
    m_banner->setText(words.arg(personName()));
    m_banner->setOpen(true);
}

void NearbyView::showWindowState()
{
    if (m_model)
        m_timeline->setWindowState(m_model->isLoading(), m_model->isAtStart(), true);
}

void NearbyView::send(const QString &text)
{
    const Result<Cid> sent = m_nearby.send(m_key, text);
    if (!sent) {
        m_composer->refused(sent.error());
        return;
    }
    m_composer->accepted();
    m_timeline->scrollToBottom();
}

void NearbyView::focusText()
{
    if (m_stack->currentWidget() == m_talk)
        m_composer->focusText();
    else
        m_decision->setFocus();
}

void NearbyView::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Send files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    // Whoever is shown when it closes may be somebody else.
    connect(dialog, &QFileDialog::filesSelected, this,
        [this, key = m_key](const QStringList &paths) { sendFiles(key, paths); });
    dialog->open();
}

void NearbyView::sendFiles(const QByteArray &person, const QStringList &paths)
{
    for (const QString &path : paths) {
        if (QFileInfo(path).isDir())
            tell([name = QFileInfo(path).fileName()] {
                //: %1 is the name of a folder
                return tr("“%1” is a folder. Send the files in it, or pack it first.").arg(name);
            });
        else
            m_nearby.files().offer(person, path);
    }
}

void NearbyView::tell(std::function<QString()> words)
{
    m_noticeWords = std::move(words);
    m_notice->setText(m_noticeWords());
    m_notice->setOpen(true);
}

bool NearbyView::mayDrop(const QDropEvent &event) const
{
    if (m_stack->currentWidget() != m_talk || !m_nearby.isOpen() || !event.mimeData()->hasUrls())
        return false;
    const QList<QUrl> urls = event.mimeData()->urls();
    return std::any_of(urls.cbegin(), urls.cend(), [](const QUrl &url) { return url.isLocalFile(); });
}

void NearbyView::dragEnterEvent(QDragEnterEvent *event)
{
    if (mayDrop(*event))
        event->acceptProposedAction();
}

void NearbyView::dropEvent(QDropEvent *event)
{
    if (!mayDrop(*event))
        return;
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    event->acceptProposedAction();
    sendFiles(m_key, paths);
}

bool NearbyView::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
        if (auto *drag = static_cast<QDropEvent *>(event); mayDrop(*drag)) {
            drag->acceptProposedAction();
            return true;
        }
        break;
    case QEvent::Drop:
        if (auto *drop = static_cast<QDropEvent *>(event); mayDrop(*drop)) {
            dropEvent(drop);
            return true;
        }
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void NearbyView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        if (m_model)
            m_model->retranslate();
        if (m_noticeWords)
            m_notice->setText(m_noticeWords());
        showPerson();
    }
    QWidget::changeEvent(event);
}

void NearbyView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), m_theme.colour(ColourRole::Conversation));
}

} // namespace salon
