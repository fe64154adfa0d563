// SPDX-License-Identifier: Apache-2.0
#include "attachments.h"

#include "fayi/server/s3_keeper.h"

namespace fayi::hub {

Result<BlobStore> blobStoreOf(const Options& options) {
    if (options.s3Endpoint.empty())
        return BlobStore::inFolder(options.data);
    if (!options.s3Endpoint.starts_with("https://") && !options.s3Endpoint.starts_with("http://"))
        return Error{ErrorCode::Usage,
                     {"对象存储的地址应以 http:// 或 https:// 开头：" + options.s3Endpoint,
                      "the address of the storage begins with http:// or https://: " + options.s3Endpoint}};
    const blobs::BlobTree tree = BlobStore::treeIn(options.data);
    auto keeper =
        std::make_unique<S3Keeper>(S3Settings{options.s3Endpoint, options.s3Bucket, options.s3Region,
                                              options.s3AccessKey, options.s3SecretKey, options.s3Ca},
                                   tree);
    FAYI_TRY(keeper->probe());
    return BlobStore{tree, std::move(keeper)};
}

}  // namespace fayi::hub
