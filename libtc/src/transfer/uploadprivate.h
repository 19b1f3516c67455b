// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "transfer/putprivate.h"

namespace tc {

/// The course of an object's upload: createUpload says where the content goes, finishUpload what its hashes are.
class UploadPrivate : public PutPrivate
{
    Q_OBJECT

public:
    UploadPrivate(Client *theClient, NewObject wanted, UploadSource source);

    NewObject object;

protected:
    void attempt() override;
    void locate() override;
    void sent() override;

private:
    QByteArray createBody() const;
    void onCreated(Reply<Json> *reply);

    bool m_hasContent = false; ///< the storage or the service; then only the end is left to be told
};

} // namespace tc
