// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/device_list.h"

#include "client-gui/app/control_look.h"
#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/dialogs/row_delegate.h"
#include "client-gui/widgets/text_label.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/text/time_text.h"

#include <QDateTime>
#include <QEvent>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {

DeviceListView::DeviceListView(Theme &theme, Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_what(new TextLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_list(new QListWidget(this))
    , m_revoke(new QPushButton(this))
{
    m_list->setObjectName(u"devices"_s);
    m_revoke->setObjectName(u"revoke"_s);
    m_revoke->setAutoDefault(false);
    m_what->setWordWrap(true);
    m_list->setItemDelegate(new RowDelegate(m_list));
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_what);
    column->addWidget(m_list, 1);
    column->addWidget(m_revoke, 0, Qt::AlignLeading);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        m_asked = {};
        showSelected();
    });
    connect(m_revoke, &QPushButton::clicked, this, &DeviceListView::revoke);
    connect(&theme, &Theme::changed, this, &DeviceListView::applyTheme);
    connect(&workspace.session(), &Session::stateChanged, this, [this](SessionState state) {
        if (state == SessionState::Online)
            refresh();
        showSelected();
    });
    applyTheme();
    retranslateUi();
    refresh();
}

void DeviceListView::refresh()
{
    whenReady(m_workspace.listDevices(), this, [this](const Result<QList<DeviceEntry>> &devices) {
        if (devices) {
            m_devices = *devices;
            showDevices();
        } else if (devices.error().code != ErrorCode::ConnectionLost) {
            Q_EMIT failed(devices.error());
        }
    });
}

void DeviceListView::revoke()
{
    const DeviceEntry *device = selected();
    if (!device)
        return;
    if (m_asked != device->id) { // asks once more, in place
        m_asked = device->id;
        showSelected();
        return;
    }
    m_asked = {};
    m_revoke->setEnabled(false);
    whenReady(m_workspace.revokeDevice(device->id), this, [this](const Result<> &revoked) {
        if (!revoked)
            Q_EMIT failed(revoked.error());
        refresh();
        showSelected();
    });
}

const DeviceEntry *DeviceListView::selected() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_devices.size() ? &m_devices[row] : nullptr;
}

void DeviceListView::showDevices()
{
    const int row = m_list->currentRow();
    m_list->clear();
    const QDateTime now = QDateTime::currentDateTime();
    for (const DeviceEntry &device : std::as_const(m_devices)) {
        const QString name
            = device.name.simplified().isEmpty() ? tr("A device without a name") : device.name.simplified();
        //: %1 name of a device, %2 "last seen 5 minutes ago"
        const QString words = device.current ? tr("%1 — this device").arg(name)
            : device.lastSeenMs > 0          ? tr("%1 — %2").arg(name, TimeText::lastSeen(device.lastSeenMs, now))
                                             : name;
        m_list->addItem(new QListWidgetItem(tintedIcon(m_theme, u"key"_s), words));
    }
    m_list->setCurrentRow(std::clamp(row, 0, int(std::max<qsizetype>(0, m_devices.size() - 1))));
    showSelected();
}

void DeviceListView::showSelected()
{
    const DeviceEntry *device = selected();
    m_revoke->setEnabled(device && !device->current && m_workspace.session().isOnline());
    const bool isAsked = device && m_asked == device->id;
    setButtonLook(m_revoke, isAsked ? ButtonLook::Danger : ButtonLook::Normal);
    m_revoke->setText(isAsked ? tr("Really remove this device") : tr("Remove this device"));
}

void DeviceListView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void DeviceListView::retranslateUi()
{
    m_what->setText(tr("These devices can log in to your account. Remove one that you lost or no longer use; "
                       "it is disconnected at once."));
    m_list->setAccessibleName(tr("Devices"));
    showDevices();
}

void DeviceListView::applyTheme()
{
    const Tokens &tokens = m_theme.tokens();
    layout()->setSpacing(tokens.space(Space::Small));
    m_list->setMinimumHeight(3 * tokens.listRowHeight());
}

} // namespace salon
