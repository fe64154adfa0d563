// SPDX-License-Identifier: Apache-2.0
// What a connection that has to be made anew costs.
#include "certificates.h"
#include "fayi/testing/fakes.h"
#include "fayi/testing/weak_link.h"
#include "fixture.h"

namespace fayi::net::testing {

TEST(Resumption, ATlsSessionGoesOnWhenTheLinkBrokeAndCostsLess) {
    const ScratchFolder folder;
    const CertificateFiles files = makeCertificate(folder, "hub", "IP:127.0.0.1");
    ListenOptions listen;
    listen.tlsCert = files.certificate;
    listen.tlsKey = files.key;
    const auto server = startOrFail(listen);
    fayi::testing::FakeClock clock;
    fayi::testing::WeakLink link(server->port(), {}, clock);
    ClientOptions options = directly();
    options.caFile = files.certificate;
    HttpClient client(options);
    const auto ask = [&] { return client.send(link.url("https"), post("body"), kMedia); };

    const Outcome first = ask();
    ASSERT_TRUE(first.ok()) << first.words.en;
    EXPECT_EQ(first.traffic.connections, 1u);
    EXPECT_EQ(first.traffic.resumed, 0u);
    const std::uint64_t whole = link.counts().down;
    EXPECT_EQ(ask().traffic.connections, 0u) << "the connection is kept";

    link.refuse();
    link.pass();
    const std::uint64_t before = link.counts().down;
    const Outcome resumed = ask();
    ASSERT_TRUE(resumed.ok()) << resumed.words.en;
    EXPECT_EQ(resumed.traffic.connections, 1u);
    EXPECT_EQ(resumed.traffic.resumed, 1u);
    EXPECT_LT(link.counts().down - before, whole) << "the certificate is not sent again";
}

}  // namespace fayi::net::testing
