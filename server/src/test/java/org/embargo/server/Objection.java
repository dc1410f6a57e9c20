package org.embargo.server;

import static org.embargo.server.OrderScene.DESK;
import static org.embargo.server.OrderScene.REPORTED;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.embargo.process.words.Refusal.Reason;

/**
 * A mail that may order nothing, whatever stands in it (contract, section 7, the five conditions), and who hears of it.
 *
 * @param name  of the attack or the mishap
 * @param why   what the signer is told; empty where nobody is known to have signed
 * @param told  the member who is told, the first part of his address; empty where only the team sees it
 * @param words of what he is told; where nobody is, of what the team is shown
 */
record Objection(String name, Optional<Reason> why, String told, String words, Sending sending) {

    /** Sends it; returns its Message-ID. */
    interface Sending {
        String send(OrderWorld desk) throws IOException;
    }

    /** What it would do. */
    static final String PLANTED = "planted words for the reporter";

    private static final String ALICE = "alice@project.example";
    private static final String UNPROVEN = "without his good signature";

    static List<Objection> all() {
        return List.of(
                // 1: it is one signature and nothing else
                shown("unsigned", UNPROVEN, desk -> desk.send(ALICE, REPORTED, byAnybody(desk, reply(desk)))),
                told(
                        Reason.NOT_ONE_SIGNATURE,
                        "signature around a part of the text",
                        "alice",
                        "not one signature over all",
                        desk -> {
                            String around = "Hello,\n\n" + desk.of("alice").clearsigned(order(desk, 1)) + "\nbye\n";
                            return desk.send(ALICE, REPORTED, byAnybody(desk, OrderWorld.text(around)));
                        }),
                told(
                        Reason.NOT_ONE_SIGNATURE,
                        "unsigned part beside the signed one",
                        "alice",
                        "not one signature over all",
                        desk -> desk.send(
                                ALICE, REPORTED, byAnybody(desk, beside(signed(desk, "alice", reply(desk, 2)))))),
                told(
                        Reason.NOT_ONE_SIGNATURE,
                        "encrypted part moved beside another",
                        "alice",
                        "not one signature over all",
                        desk -> desk.send(
                                ALICE, REPORTED, beside(Mails.pgpMime("", desk.sealed("alice", reply(desk, 3)))))),
                shown(
                        "signed mail forwarded inside another",
                        UNPROVEN,
                        desk -> desk.send(
                                ALICE, REPORTED, byAnybody(desk, enclosed(signed(desk, "alice", reply(desk, 4)))))),
                shown(
                        "signed mail forwarded inside a signed one",
                        "it is not one signature over all of the mail and nothing else",
                        desk -> desk.sendSigned("bob", REPORTED, enclosed(signed(desk, "alice", reply(desk, 5))))),
                shown(
                        "quoted commands",
                        "Good signature over all of it",
                        desk -> desk.sendSigned(
                                "bob",
                                REPORTED,
                                OrderWorld.text(desk.caseId(REPORTED) + "\n> /reply " + PLANTED + "\nNo."))),
                // 2: signed by the member in From, with a key that is good
                shown(
                        "signed by a guest",
                        "which is no member's",
                        desk -> desk.send(ALICE, REPORTED, Mails.pgpMime("", desk.sealed("gus", reply(desk))))),
                shown(
                        "signed by the reporter",
                        "which is no member's",
                        desk -> desk.send(ALICE, REPORTED, Mails.pgpMime("", desk.sealed("rita", reply(desk))))),
                shown(
                        "signed by an unknown key that bears the member's name",
                        "by an unknown key",
                        desk -> desk.send(
                                "bob@project.example",
                                REPORTED,
                                Mails.pgpMime("", desk.sealed("bob's other", reply(desk))))),
                told(
                        Reason.SIGNER_IS_NOT_AUTHOR,
                        "signed by another member",
                        "bob",
                        "the mail names another author",
                        desk -> desk.send(ALICE, REPORTED, Mails.pgpMime("", desk.sealed("bob", reply(desk))))),
                told(
                        Reason.SIGNER_IS_NOT_AUTHOR,
                        "moved into a stranger's mail",
                        "alice",
                        "the mail names another author",
                        desk -> desk.send(
                                "eve@elsewhere.example",
                                REPORTED,
                                Mails.pgpMime("", desk.sealed("alice", reply(desk, 6))))),
                told(
                        Reason.KEY_NOT_GOOD_NOW,
                        "signed when the subkey was good",
                        "dora",
                        "is not good any more",
                        desk -> desk.send(
                                "dora@project.example",
                                REPORTED,
                                Mails.pgpMime("", desk.sealed("dora", reply(desk), GpgHome.ago(Duration.ofHours(2)))))),
                shown("signed by an expired subkey", "the key had expired", desk -> {
                    desk.of("dora").prolong();
                    return desk.sendSigned("dora", REPORTED, reply(desk));
                }),
                shown(
                        "expired signature",
                        "the signature has expired",
                        desk -> desk.send(
                                ALICE,
                                REPORTED,
                                Mails.pgpMime(
                                        "",
                                        desk.sealed(
                                                "alice",
                                                reply(desk),
                                                "--default-sig-expire=seconds=60",
                                                GpgHome.ago(Duration.ofHours(1)))))),
                told(
                        Reason.FIELDS_DO_NOT_FIT,
                        "signed for somebody else",
                        "alice",
                        "does not fit the way it came",
                        desk -> desk.sendSigned("alice", REPORTED, "To: other@elsewhere.example\n" + reply(desk))),
                // 3: fresh, and never used before
                told(
                        Reason.SIGNED_TOO_LONG_AGO,
                        "signed the day before yesterday",
                        "alice",
                        "must not be older than 1d",
                        desk -> desk.send(
                                ALICE,
                                REPORTED,
                                Mails.pgpMime(
                                        "", desk.sealed("alice", reply(desk), GpgHome.ago(Duration.ofHours(25)))))),
                told(
                        Reason.SIGNED_IN_THE_FUTURE,
                        "signed in twenty minutes",
                        "alice",
                        "still to come",
                        desk -> desk.send(
                                ALICE,
                                REPORTED,
                                Mails.pgpMime(
                                        "", desk.sealed("alice", reply(desk), GpgHome.ago(Duration.ofMinutes(-20)))))),
                told(
                        Reason.SIGNED_BEFORE_ANOTHER,
                        "kept back and sent late",
                        "alice",
                        "before another of yours that was obeyed",
                        desk -> desk.send(
                                ALICE,
                                REPORTED,
                                Mails.pgpMime(
                                        "", desk.sealed("alice", reply(desk), GpgHome.ago(Duration.ofHours(3)))))),
                shown(Reason.REPLAYED, "replayed in another mail", "signature was used before", desk -> {
                    String note = Mails.pgpMime(
                            "", desk.sealed("bob", OrderWorld.text(desk.caseId(REPORTED) + "\n/note\nonce\n")));
                    desk.transcript("bob", desk.send("bob@project.example", REPORTED, note));
                    return desk.send("bob@project.example", REPORTED, note);
                }),
                // 4: the case is named, and fits
                told(
                        Reason.NO_CASE_NAMED,
                        "no case named",
                        "alice",
                        "It names no case in what is signed",
                        desk -> desk.sendSigned("alice", REPORTED, OrderWorld.text("/reply " + PLANTED))),
                told(
                        Reason.SEVERAL_CASES_NAMED,
                        "two cases named",
                        "alice",
                        "It names more than one case",
                        desk -> desk.sendSigned(
                                "alice",
                                REPORTED,
                                OrderWorld.text(desk.caseId(OrderScene.CLOSED) + "\n" + order(desk, 0)))),
                told(
                        Reason.OTHER_CASE_NAMED,
                        "another case named",
                        "alice",
                        "and names another case",
                        desk -> desk.sendSigned(
                                "alice",
                                REPORTED,
                                OrderWorld.text(desk.caseId(OrderScene.CLOSED) + "\n/reply " + PLANTED))),
                told(
                        Reason.NO_SUCH_CASE,
                        "no case of that name",
                        "alice",
                        "There is no case PYCA-2019-1234",
                        desk -> desk.sendSigned("alice", DESK, OrderWorld.text("PYCA-2019-1234\n/reply " + PLANTED))),
                told(
                        Reason.ADDRESS_TAKES_NO_COMMANDS,
                        "to an address that takes none",
                        "alice",
                        "an address at which no commands act",
                        desk -> desk.send(
                                ALICE,
                                desk.reportersAddress(REPORTED),
                                Mails.pgpMime("", desk.sealed("alice", reply(desk, 7))))),
                // 5: encrypted
                told(
                        Reason.CAME_IN_CLEAR,
                        "in clear",
                        "alice",
                        "It came in clear",
                        desk -> desk.send(
                                ALICE,
                                REPORTED,
                                signed(desk, "alice", OrderWorld.text(desk.caseId(REPORTED) + "\n/close")))));
    }

    private static Objection told(Reason why, String name, String who, String words, Sending sending) {
        return new Objection(name, Optional.of(why), who, words, sending);
    }

    private static Objection shown(String name, String words, Sending sending) {
        return new Objection(name, Optional.empty(), "", words, sending);
    }

    private static Objection shown(Reason why, String name, String words, Sending sending) {
        return new Objection(name, Optional.of(why), "", words, sending);
    }

    /** The same words signed by the same key in the same second are the same signature: what is told needs a number. */
    private static String order(OrderWorld desk, int number) {
        return desk.caseId(REPORTED) + "\n/reply\n" + PLANTED + " " + number + "\n";
    }

    private static String reply(OrderWorld desk, int number) {
        return OrderWorld.text(order(desk, number));
    }

    private static String reply(OrderWorld desk) {
        return reply(desk, 0);
    }

    /** Encrypted without a signature. */
    private static String byAnybody(OrderWorld desk, String part) throws IOException {
        return Mails.pgpMime("", desk.of("rita").encrypted(OrderWorld.crlf(part), desk.key()));
    }

    /** In clear. */
    static String signed(OrderWorld desk, String member, String part) throws IOException {
        String exact = OrderWorld.crlf(part).replaceAll("(\r\n)+$", "");
        return OrderWorld.crlf("Content-Type: multipart/signed; micalg=pgp-sha512; boundary=\"ss\";\n"
                + " protocol=\"application/pgp-signature\"\n\n--ss\n" + exact
                + "\n--ss\nContent-Type: application/pgp-signature\n\n"
                + desk.of(member).detached(exact)
                + "\n--ss--\n");
    }

    private static String beside(String part) {
        return OrderWorld.crlf("Content-Type: multipart/mixed; boundary=\"mm\"\n\n--mm\n"
                + part.replace("MIME-Version: 1.0\n", "") + "\n--mm\nContent-Type: text/plain\n\nfooter\n--mm--\n");
    }

    private static String enclosed(String mail) {
        return OrderWorld.crlf("Content-Type: message/rfc822\n\nFrom: " + ALICE + "\nTo: " + OrderWorld.DESK
                + "\nSubject: x\n" + mail);
    }

    @Override
    public String toString() {
        return name;
    }
}
