// SPDX-License-Identifier: MPL-2.0
#include <tc/upload.h>

#include "transfer/uploadprivate.h"

using namespace Qt::StringLiterals;

namespace tc {

Upload::Upload(Client *client, NewObject object, UploadSource source, QObject *parent)
    : Transfer(std::make_unique<UploadPrivate>(client, std::move(object), std::move(source)), parent)
{
}

Upload::~Upload() = default;

UploadPrivate *Upload::course() const
{
    return static_cast<UploadPrivate *>(d.get());
}

void Upload::setOptions(UploadOptions options)
{
    course()->ownPolicy = options.retry;
    course()->stallTimeout = options.stallTimeout;
}

const NewObject &Upload::object() const
{
    return course()->object;
}

qint64 Upload::size() const
{
    return course()->size();
}

QByteArray Upload::sha256() const
{
    return course()->hashes().value(u"sha256"_s);
}

QByteArray Upload::sha512() const
{
    return course()->hashes().value(u"sha512"_s);
}

} // namespace tc
