// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/windows_service.h"

#ifdef Q_OS_WIN

#include "server/app/bounded_log.h"
#include "server/app/exit_code.h"
#include "shared/base/stop_signals.h"

#include <QCoreApplication>
#include <QDir>

#include <qt_windows.h>

#include <sddl.h>
#include <shlobj.h>

#include <chrono>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <future>
#include <io.h>
#include <memory>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

namespace salon::server::windows_service {
namespace {

constexpr wchar_t ServiceName[] = L"SalonServer";
constexpr qint64 LogBytes = 1 << 20;
constexpr int OlderLogs = 3;
constexpr DWORD StartHintMs = 60'000;
constexpr std::chrono::seconds StartTick(10); ///< until it has started: checking a large database may take minutes
constexpr DWORD StopHintMs = 15'000; ///< Server::stop() takes ten seconds at most
constexpr unsigned PipeBytes = 1 << 16;

struct WindowsServiceText
{
    Q_DECLARE_TR_FUNCTIONS(WindowsServiceText)
};

/// What the service manager, its threads and the program's thread share.
struct Service
{
    std::promise<DWORD> started; ///< ERROR_SUCCESS: the service manager is there
    std::promise<void> ended; ///< the program
    std::mutex mutex; // for the status
    SERVICE_STATUS_HANDLE handle = nullptr;
    SERVICE_STATUS status = {};

    void tell(DWORD state, DWORD hintMs = 0, int exitCode = 0)
    {
        const std::lock_guard lock(mutex);
        if (status.dwCurrentState == SERVICE_STOPPED || (state == SERVICE_RUNNING && isStopping()))
            return;
        set(state, hintMs, exitCode);
    }

    /// That it is still starting, if it is.
    void tellStillStarting()
    {
        const std::lock_guard lock(mutex);
        if (status.dwCurrentState == SERVICE_START_PENDING)
            set(SERVICE_START_PENDING, StartHintMs, 0);
    }

private:
    [[nodiscard]] bool isStopping() const { return status.dwCurrentState == SERVICE_STOP_PENDING; }

    /// With the mutex held.
    void set(DWORD state, DWORD hintMs, int exitCode)
    {
        status.dwServiceType = SERVICE_WIN32_OWN_PROCESS;
        status.dwCurrentState = state;
        const bool canHear = state == SERVICE_RUNNING || state == SERVICE_START_PENDING;
        status.dwControlsAccepted
            = canHear ? SERVICE_ACCEPT_STOP | SERVICE_ACCEPT_PRESHUTDOWN | SERVICE_ACCEPT_PARAMCHANGE : 0;
        status.dwWin32ExitCode = exitCode == 0 ? NO_ERROR : ERROR_SERVICE_SPECIFIC_ERROR;
        status.dwServiceSpecificExitCode = DWORD(exitCode);
        status.dwWaitHint = hintMs;
        status.dwCheckPoint = hintMs > 0 ? status.dwCheckPoint + 1 : 0;
        SetServiceStatus(handle, &status);
    }
};

/// One per process, and the service manager's callbacks have no other way to it. Never destroyed: its threads may be
/// the last to end.
Service &service()
{
    static auto *const only = new Service;
    return *only;
}

DWORD WINAPI handleControl(DWORD control, DWORD, void *, void *)
{
    switch (control) {
    case SERVICE_CONTROL_STOP:
    case SERVICE_CONTROL_PRESHUTDOWN: // and not SHUTDOWN, which leaves five seconds to all services together
        service().tell(SERVICE_STOP_PENDING, StopHintMs);
        StopSignals::requestStop();
        return NO_ERROR;
    case SERVICE_CONTROL_PARAMCHANGE:
        StopSignals::requestReload();
        return NO_ERROR;
    case SERVICE_CONTROL_INTERROGATE:
        return NO_ERROR;
    default:
        return ERROR_CALL_NOT_IMPLEMENTED;
    }
}

/// The service manager's view of main(); the program itself runs in the process's own main thread, as Qt likes it.
void WINAPI serviceMain(DWORD, wchar_t **)
{
    Service &self = service();
    self.handle = RegisterServiceCtrlHandlerExW(ServiceName, &handleControl, nullptr);
    if (!self.handle) {
        self.started.set_value(GetLastError());
        return;
    }
    self.tell(SERVICE_START_PENDING, StartHintMs);
    self.started.set_value(ERROR_SUCCESS);
    const std::future<void> ended = self.ended.get_future();
    while (ended.wait_for(StartTick) != std::future_status::ready)
        self.tellStillStarting();
}

/// Returns when the service has ended, or at once when the service manager did not start this process.
void dispatch()
{
    wchar_t name[std::size(ServiceName)];
    std::memcpy(name, ServiceName, sizeof name);
    const SERVICE_TABLE_ENTRYW table[] = { { name, &serviceMain }, { nullptr, nullptr } };
    if (!StartServiceCtrlDispatcherW(table))
        service().started.set_value(GetLastError());
}

struct LocalFreer
{
    void operator()(void *memory) const { LocalFree(memory); }
};
template <class T>
using LocalMemory = std::unique_ptr<T, LocalFreer>;

/// The account of this process, as in S-1-5-80-….
QString ownSid()
{
    HANDLE token = nullptr;
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token))
        return {};
    alignas(TOKEN_USER) char buffer[sizeof(TOKEN_USER) + SECURITY_MAX_SID_SIZE];
    DWORD size = 0;
    const bool known = GetTokenInformation(token, TokenUser, buffer, sizeof buffer, &size);
    CloseHandle(token);
    wchar_t *text = nullptr;
    if (!known || !ConvertSidToStringSidW(reinterpret_cast<TOKEN_USER *>(buffer)->User.Sid, &text))
        return {};
    const LocalMemory<wchar_t> owner(text);
    return QString::fromWCharArray(text);
}

/// Nobody but the system, administrators and this account; nothing is inherited from the folder above.
class AdministratorsOnly
{
public:
    explicit AdministratorsOnly(bool folder)
    {
        const QString flags = folder ? u"OICI"_s : QString();
        const QString text = u"D:P(A;%1;FA;;;SY)(A;%1;FA;;;BA)(A;%1;FA;;;%2)"_s.arg(flags, ownSid());
        PSECURITY_DESCRIPTOR descriptor = nullptr;
        ConvertStringSecurityDescriptorToSecurityDescriptorW(
            reinterpret_cast<const wchar_t *>(text.utf16()), SDDL_REVISION_1, &descriptor, nullptr);
        m_descriptor.reset(descriptor);
        m_attributes = { sizeof m_attributes, descriptor, FALSE };
    }
    [[nodiscard]] bool isKnown() const { return bool(m_descriptor); }
    [[nodiscard]] SECURITY_ATTRIBUTES *attributes() { return &m_attributes; }

private:
    LocalMemory<void> m_descriptor;
    SECURITY_ATTRIBUTES m_attributes{};
};

const wchar_t *wide(const QString &text)
{
    return reinterpret_cast<const wchar_t *>(text.utf16());
}

/// %ProgramData%\Salon. The installer made it; a service set up by hand makes it here.
QString dataFolder()
{
    wchar_t *found = nullptr;
    QString folder = u"C:\\ProgramData"_s;
    if (SHGetKnownFolderPath(FOLDERID_ProgramData, 0, nullptr, &found) == S_OK)
        folder = QString::fromWCharArray(found);
    CoTaskMemFree(found);
    folder += u"\\Salon"_s;
    AdministratorsOnly rights(true);
    if (rights.isKnown())
        CreateDirectoryW(wide(folder), rights.attributes());
    return folder;
}

/// False: the file is not there, or not whole (a full disk).
bool writeForAdministrators(const QString &path, const QByteArray &text)
{
    AdministratorsOnly rights(false);
    if (!rights.isKnown())
        return false;
    DeleteFileW(wide(path)); // an old file would keep its old rights
    const HANDLE file
        = CreateFileW(wide(path), GENERIC_WRITE, 0, rights.attributes(), CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return false;
    DWORD written = 0;
    const bool isWhole
        = WriteFile(file, text.constData(), DWORD(text.size()), &written, nullptr) && written == DWORD(text.size());
    CloseHandle(file);
    return isWhole;
}

/// Value of " key=" in the line for programs.
QString valueOf(const QByteArray &ready, const QByteArray &key)
{
    for (const QByteArray &word : ready.trimmed().split(' ')) {
        if (word.startsWith(key + '='))
            return QString::fromUtf8(word.mid(key.size() + 1));
    }
    return {};
}

/// Standard output and error of the program, as lines of the log. What is printed before the end is in the file.
class Output
{
public:
    explicit Output(QString folder)
        : m_folder(std::move(folder))
        , m_log(m_folder + u"\\salon-server.log"_s, LogBytes, OlderLogs)
    {
        m_log.open();
        int ends[2] = { -1, -1 };
        const int null = _open("NUL", _O_RDWR | _O_BINARY);
        if (_pipe(ends, PipeBytes, _O_BINARY | _O_NOINHERIT) == 0) {
            for (const int stream : { 1, 2 })
                _dup2(ends[1], stream);
            _close(ends[1]);
            m_reader = std::thread([this, end = ends[0]] { read(end); });
        }
        _dup2(null, 0);
    }
    ~Output()
    {
        if (!m_reader.joinable())
            return;
        const int null = _open("NUL", _O_RDWR | _O_BINARY);
        for (const int stream : { 1, 2 })
            _dup2(null, stream); // the pipe's last ends: the reader ends
        m_reader.join();
    }
    Q_DISABLE_COPY_MOVE(Output)

private:
    void read(int end)
    {
        QByteArray pending;
        char bytes[4096];
        for (int count = 0; (count = _read(end, bytes, sizeof bytes)) > 0;) {
            pending.append(bytes, count);
            qsizetype from = 0;
            for (qsizetype feed = 0; (feed = pending.indexOf('\n', from)) >= 0; from = feed + 1)
                take(pending.mid(from, feed + 1 - from));
            pending.remove(0, from);
            if (pending.size() > PipeBytes) {
                take(pending + '\n');
                pending.clear();
            }
        }
        if (!pending.isEmpty())
            take(pending + '\n');
        _close(end);
    }

    void take(const QByteArray &line)
    {
        m_log.write(line);
        if (line.startsWith("READY "))
            ready(line);
    }

    void ready(const QByteArray &line)
    {
        const QString path = m_folder + u"\\join-link.txt"_s;
        QString text = WindowsServiceText::tr("Join link: %1").arg(valueOf(line, "link")) + u"\r\n"_s;
        const QString ownerCode = valueOf(line, "owner");
        if (ownerCode.isEmpty()) {
            text += WindowsServiceText::tr(
                "This server has an owner. New people need an invitation, which the owner makes.");
        } else {
            text += WindowsServiceText::tr("Owner code: %1").arg(ownerCode) + u"\r\n"_s;
            text += WindowsServiceText::tr(
                "Whoever joins with it first owns the server. The link above carries it: keep it "
                "for yourself.");
        }
        const bool isWritten = writeForAdministrators(path, text.toUtf8() + "\r\n");
        const QString said = isWritten
            ? WindowsServiceText::tr("The join link is in %1, which administrators can read.")
            : WindowsServiceText::tr("The join link could not be written to %1.");
        m_log.write(said.arg(path).toUtf8() + '\n');
        service().tell(SERVICE_RUNNING);
    }

    QString m_folder;
    BoundedLog m_log;
    std::thread m_reader;
};

} // namespace

bool isAskedFor(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--service") == 0)
            return true;
    }
    return false;
}

int run(const std::function<int()> &program)
{
    std::future<DWORD> started = service().started.get_future();
    std::thread(&dispatch).detach();
    if (started.get() != ERROR_SUCCESS) {
        std::fputs("salon-server: --service is for the service manager of Windows: sc start SalonServer\n", stderr);
        return int(ExitCode::BadOption);
    }
    const QString folder = dataFolder();
    _wputenv_s(L"STATE_DIRECTORY", wide(folder));
    int code = 0;
    {
        const Output output(folder);
        code = program();
    }
    service().tell(SERVICE_STOPPED, 0, code);
    service().ended.set_value();
    return code;
}

} // namespace salon::server::windows_service

#endif
