// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace fayi::net::testing {

/// A folder that goes with the object.
class ScratchFolder {
public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    std::string file(const std::string& name) const { return (m_path / name).string(); }
    /// Writes a file and returns its path.
    std::string write(const std::string& name, const std::string& content) const;

private:
    std::filesystem::path m_path;
};

struct CertificateFiles {
    std::string certificate;
    std::string key;
};

/// A self-signed P-256 certificate, valid today, for `subjectAlternative` ("IP:127.0.0.1",
/// "DNS:other.example").
CertificateFiles makeCertificate(const ScratchFolder& folder, const std::string& name,
                                 const std::string& subjectAlternative);

}  // namespace fayi::net::testing
