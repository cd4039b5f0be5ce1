// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVariantAnimation;

namespace salon {

class IconButton;
class TextLabel;
class Theme;

enum class BannerKind
{
    Info,
    Ok,
    Warn,
    Danger
};

/// A bar across a pane that says one thing and offers at most one action: the connection bar, an announcement, an error
/// in its place. Hidden at first; it slides open and shut in 120 ms, at once with reduced motion. Opening announces the
/// text to assistive programs. The owner gives the words, again on LanguageChange.
class Banner : public QWidget
{
    Q_OBJECT

public:
    explicit Banner(Theme &theme, QWidget *parent = nullptr);

    void setKind(BannerKind kind);
    /// Instead of the kind's own icon (info, check, alert); an empty name goes back to it.
    void setIconName(const QString &iconName);
    /// One sentence or two, wrapped when there is no room. Where there is little of it `shortText` stands instead,
    /// unless it is empty; the whole is then the tool tip, and always what assistive programs say.
    void setText(const QString &text, const QString &shortText = {});
    /// As it is shown.
    [[nodiscard]] QString text() const;
    /// More about it, as a tool tip.
    void setDetail(const QString &detail);
    /// An empty text hides the button.
    void setAction(const QString &text);
    /// Shows a × that closes the bar and emits dismissed().
    void setDismissible(bool dismissible);

    /// Order to slide open or shut; what isOpen() says already holds during the slide.
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const noexcept { return m_isOpen; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    /// isOpen() is another.
    void openChanged(bool isOpen);
    void actionTriggered();
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyTheme();
    void retranslateUi();
    void layOut();
    void showText();
    void announce();

    Theme &m_theme;
    BannerKind m_kind = BannerKind::Info;
    QString m_iconName;
    QString m_whole;
    QString m_short;
    QString m_detail;
    QWidget *m_content;
    QLabel *m_icon;
    TextLabel *m_text;
    QPushButton *m_action;
    IconButton *m_close;
    QVariantAnimation *m_slide;
    bool m_isOpen = false;
    qreal m_openness = 0;
};

} // namespace salon
