package org.embargo.server.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A desk as an operator makes one: its properties and certificates. Serve does the rest. */
final class DeskFolder {

    private DeskFolder() {}

    static void furnish(Path home, Cast cast, Repository repository, NoNames names)
            throws IOException, StepFailedException, InterruptedException {
        Path desk = home.resolve("conf/desks/project");
        Files.createDirectories(desk.resolve("team"));
        Files.writeString(desk.resolve("desk.properties"), """
                address        = security@project.example
                case-prefix    = PYCA
                project        = cryptography
                mailing-list   = project-dev@lists.example
                list-hosts     = 127.0.0.1
                team           = alice@project.example, bob@project.example
                approvals      = 2
                releases       = 45.0.1, 44.0.3
                release-url    = https://project.example/
                repository     = %s
                tag-pattern    = v*
                commit-signing-key = desk
                receipt-delay  = 0s
                notice-spread  = 0s
                last-call      = 3s
                upstream.openssl.list-id     = openssl-announce.openssl.org
                upstream.openssl.from        = *@openssl.org
                upstream.openssl.proof       = signature
                upstream.openssl.certificate = openssl.asc
                """.formatted(repository.url()));
        for (Person member : cast.team()) {
            Files.writeString(desk.resolve("team").resolve(member.address() + ".asc"), member.certificate());
        }
        Files.writeString(desk.resolve("openssl.asc"), cast.openssl().certificate());
        Files.writeString(home.resolve("conf/embargo.properties"), "origin.name-servers = " + names.address() + "\n");
    }
}
