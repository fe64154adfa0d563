// SPDX-License-Identifier: Apache-2.0
#include "certificates.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <stdlib.h>

#include <cstdio>
#include <fstream>
#include <memory>
#include <stdexcept>

namespace fayi::net::testing {

namespace {

constexpr long kDaySeconds = 24L * 60 * 60;

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

void require(bool good) {
    if (!good)
        throw std::runtime_error("OpenSSL cannot make a certificate");
}

void addExtension(X509* certificate, int nid, const std::string& value) {
    const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> extension(
        X509V3_EXT_conf_nid(nullptr, nullptr, nid, value.c_str()), &X509_EXTENSION_free);
    require(extension && X509_add_ext(certificate, extension.get(), -1) == 1);
}

Certificate selfSigned(EVP_PKEY* key, const std::string& name, const std::string& subjectAlternative) {
    Certificate certificate(X509_new(), &X509_free);
    require(certificate != nullptr);
    X509* const raw = certificate.get();
    X509_set_version(raw, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(raw), 1);
    X509_gmtime_adj(X509_getm_notBefore(raw), -kDaySeconds);
    X509_gmtime_adj(X509_getm_notAfter(raw), kDaySeconds);
    X509_set_pubkey(raw, key);
    X509_NAME* const subject = X509_get_subject_name(raw);
    require(X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                                       reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0) == 1);
    X509_set_issuer_name(raw, subject);
    addExtension(raw, NID_basic_constraints, "critical,CA:TRUE");
    addExtension(raw, NID_subject_alt_name, subjectAlternative);
    require(X509_sign(raw, key, EVP_sha256()) > 0);
    return certificate;
}

}  // namespace

ScratchFolder::ScratchFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "fayi-net-XXXXXX").string();
    if (!::mkdtemp(pattern.data()))
        throw std::runtime_error("no scratch folder");
    m_path = pattern;
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::string ScratchFolder::write(const std::string& name, const std::string& content) const {
    std::ofstream(file(name), std::ios::binary) << content;
    return file(name);
}

CertificateFiles makeCertificate(const ScratchFolder& folder, const std::string& name,
                                 const std::string& subjectAlternative) {
    const Key key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
    require(key != nullptr);
    const Certificate certificate = selfSigned(key.get(), name, subjectAlternative);
    CertificateFiles files{folder.file(name + ".crt"), folder.file(name + ".key")};
    const File certificateFile(std::fopen(files.certificate.c_str(), "w"), &std::fclose);
    const File keyFile(std::fopen(files.key.c_str(), "w"), &std::fclose);
    require(certificateFile && keyFile && PEM_write_X509(certificateFile.get(), certificate.get()) == 1 &&
            PEM_write_PrivateKey(keyFile.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1);
    return files;
}

}  // namespace fayi::net::testing
