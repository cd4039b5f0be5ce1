// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/salon_dialog.h"

namespace salon {

class Nearby;
class WordsCard;

/// The four words of a person nearby and one's own, to be read to each other. With an empty key only one's own.
class WordsDialog final : public SalonDialog
{
    Q_OBJECT

public:
    WordsDialog(Theme &theme, Nearby &nearby, const QByteArray &key, QWidget *parent = nullptr);

protected:
    void retranslateUi() override;

private:
    QByteArray m_key;
    WordsCard *m_words;
    QPushButton *m_close;
};

} // namespace salon
