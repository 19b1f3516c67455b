// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/accounts/typedform.h"

#include "ui/theme/icons.h"
#include "ui/theme/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/secondarylabel.h"

#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

TypedForm::TypedForm(QWidget *parent)
    : QWidget(parent), m_banner(new Banner(this)), m_clientId(new QLineEdit(this)), m_token(new QLineEdit(this)),
      m_certificate(new QPlainTextEdit(this))
{
    setObjectName(u"typedForm"_s);
    m_banner->setObjectName(u"typedBanner"_s);
    m_clientId->setObjectName(u"typedClientId"_s);
    m_clientId->setAccessibleName(tr("Client ID"));
    m_token->setObjectName(u"typedToken"_s);
    m_token->setAccessibleName(tr("Access token"));
    m_token->setEchoMode(QLineEdit::Password);
    m_certificate->setObjectName(u"typedCertificate"_s);
    m_certificate->setAccessibleName(tr("Certificate"));
    m_certificate->setPlaceholderText(tr("Only temporary credentials have one"));
    m_certificate->setFont(fixedFont());
    m_certificate->setTabChangesFocus(true);
    m_certificate->setMaximumHeight(m_certificate->fontMetrics().lineSpacing() * 5);
    auto *paste = new QPushButton(icon(u"copy"_s), tr("Paste from the clipboard"), this);
    paste->setObjectName(u"typedPaste"_s);
    paste->setAccessibleName(tr("Paste credentials from the clipboard"));
    paste->setToolTip(tr("Takes JSON, lines for a shell, the taskcluster command's configuration"));
    auto *test = new QPushButton(tr("Test"), this);
    test->setObjectName(u"typedTest"_s);
    test->setAccessibleName(tr("Test the credentials"));
    test->setDefault(true);
    connect(paste, &QPushButton::clicked, this, &TypedForm::paste);
    connect(test, &QPushButton::clicked, this, &TypedForm::submit);
    connect(m_token, &QLineEdit::returnPressed, this, &TypedForm::submit);
    auto *form = new QFormLayout;
    form->setSpacing(8);
    form->addRow(tr("&Client ID"), m_clientId);
    form->addRow(tr("Access &token"), m_token);
    form->addRow(tr("C&ertificate"), m_certificate);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(test);
    row->addWidget(paste);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_banner);
    column->addLayout(form);
    column->addLayout(row);
    column->addStretch(1);
    setFocusProxy(m_clientId);
}

void TypedForm::clear()
{
    m_banner->hide();
    m_clientId->clear();
    m_token->clear();
    m_certificate->clear();
}

void TypedForm::paste()
{
    const auto found = core::parseCredentials(QGuiApplication::clipboard()->text());
    if (!found) {
        m_banner->showText(bannerFor(tr("The clipboard holds no credentials."), found.error));
        return;
    }
    m_banner->hide();
    m_clientId->setText(found->credentials.clientId);
    m_token->setText(found->credentials.accessToken);
    m_certificate->setPlainText(found->credentials.certificate);
    if (!found->rootUrl.isEmpty())
        Q_EMIT deploymentFound(found->rootUrl);
}

void TypedForm::submit()
{
    const auto found
        = core::checkedCredentials({ {}, { m_clientId->text(), m_token->text(), m_certificate->toPlainText() } });
    if (!found) {
        m_banner->showText(bannerFor(tr("The credentials are not complete."), found.error));
        return;
    }
    m_banner->hide();
    Q_EMIT given(*found);
}

} // namespace ui
