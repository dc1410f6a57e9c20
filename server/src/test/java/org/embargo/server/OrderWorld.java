package org.embargo.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** One running server, desks with members and cases, and what the members order of them. One thread. */
final class OrderWorld implements AutoCloseable {
    static final String DESK = "security@project.example";

    /** Where two members must approve. */
    private static final String PAIR = "security@pair.example";

    private static final String UPSTREAM = "security+upstream@project.example";
    private static final String THIEF = "thief@elsewhere.example";
    private static final Duration AGE = Duration.ofDays(8);

    private final World world;
    private final Map<String, GpgHome> people = new HashMap<>();
    private final Map<OrderFile, String> files = new EnumMap<>(OrderFile.class);
    private final Map<OrderScene, String> cases = new EnumMap<>(OrderScene.class);
    private final OrderPlaceholders placeholders = new OrderPlaceholders();
    private final Map<String, String> keys = new HashMap<>();

    OrderWorld(Path home) throws IOException {
        people.put("alice", GpgHome.aged("alice@project.example", AGE));
        people.put("bob", GpgHome.of("bob@project.example"));
        people.put("carol", GpgHome.of("carol@project.example"));
        // made a day and a half ago, its signing subkey has been too old to sign for an hour
        people.put(
                "dora", GpgHome.withSigningSubkey("dora@project.example", Duration.ofHours(36), Duration.ofHours(35)));
        people.put("erin", GpgHome.of("erin@pair.example"));
        people.put("frank", GpgHome.of("frank@pair.example"));
        people.put("rita", GpgHome.of("rita@finder.example"));
        people.put("gus", GpgHome.of("gus@guest.example"));
        attachable();
        world = new World(home).desk("pyca", DESK, "PYCA", of("alice"), of("bob"), of("carol"), of("dora"));
        world.configure("pyca", "release-url = https://project.example/\n");
        world.desk("pair", PAIR, "PAIR", of("erin"), of("frank")).configure("pair", "approvals = 2\n");
        world.start();
        for (String desk : List.of(DESK, PAIR)) {
            String certificate = world.keyOf(desk, of("rita"));
            for (GpgHome each : people.values()) {
                keys.put(desk, each.learn(certificate));
            }
        }
        report();
    }

    private void attachable() throws IOException {
        GpgHome carolsNew = hold("carol's new", GpgHome.of("carol@project.example"));
        files.put(OrderFile.KEY, of("gus").certificate());
        files.put(
                OrderFile.OTHER_KEY,
                hold("alder", GpgHome.of("security@alder.example")).certificate());
        files.put(OrderFile.TWO_KEYS, files.get(OrderFile.KEY) + "\n" + files.get(OrderFile.OTHER_KEY));
        files.put(
                OrderFile.EXPIRED_KEY,
                hold("zoe", GpgHome.expired("zoe@guest.example")).certificate());
        files.put(OrderFile.MEMBERS_KEY, of("carol").certificate());
        files.put(
                OrderFile.UNVOUCHED_KEY,
                hold("bob's other", GpgHome.of("bob@project.example")).certificate());
        files.put(OrderFile.VOUCHED_KEY, of("carol").certified(carolsNew));
        files.put(
                OrderFile.KEY_THAT_SIGNS_NOTHING,
                hold("bob's mute", GpgHome.unableToSign("bob@project.example")).certificate());
        files.put(OrderFile.PATCH, resource("orders/overflow.patch"));
        files.put(OrderFile.NO_PATCH, "just words\n");
    }

    private GpgHome hold(String name, GpgHome home) {
        people.put(name, home);
        return home;
    }

    GpgHome of(String person) {
        return Objects.requireNonNull(people.get(person), person);
    }

    World world() {
        return world;
    }

    /** The fingerprint of the key of {@link #DESK}. */
    String key() {
        return key(DESK);
    }

    private String key(String desk) {
        return Objects.requireNonNull(keys.get(desk), desk);
    }

    private static String desk(OrderScene scene) {
        return scene.isOfPair() ? PAIR : DESK;
    }

    String caseId(OrderScene scene) {
        return Objects.requireNonNull(cases.get(scene), scene.name());
    }

    /** Where orders about it go. */
    String address(OrderScene scene) {
        return scene == OrderScene.DESK
                ? DESK
                : desk(scene).replace("@", "+" + caseId(scene).toLowerCase(Locale.ROOT) + "@");
    }

    private void report() throws IOException {
        Map<OrderScene, String> ids = new EnumMap<>(OrderScene.class);
        for (OrderScene scene : OrderScene.values()) {
            if (scene != OrderScene.DESK) {
                ids.put(scene, scene.isUpstream() ? announce(scene) : report(scene));
            }
        }
        for (Map.Entry<OrderScene, String> each : ids.entrySet()) {
            OrderScene scene = each.getKey();
            cases.put(
                    scene,
                    scene.isUpstream()
                            ? world.teamLetter(of("bob"), key(), each.getValue())
                                    .caseId()
                            : World.caseOf(world.letter(of("rita").address(), each.getValue())));
        }
    }

    private String announce(OrderScene scene) throws IOException {
        String id = Mails.messageId();
        String head = "List-Id: <announce.elsewhere.example>\nPrecedence: list\n"
                + Mails.head("someone@elsewhere.example", UPSTREAM, id, "something new, " + scene);
        world.send("someone@elsewhere.example", UPSTREAM, Mails.plain(head, "A new version is out."));
        return id;
    }

    private String report(OrderScene scene) throws IOException {
        GpgHome rita = of("rita");
        String desk = desk(scene);
        String id = Mails.messageId();
        String words = "report " + scene + (scene == OrderScene.REPORTED ? "\n\ncredit: Rita Reporter" : "");
        boolean keyless = scene == OrderScene.KEYLESS || scene == OrderScene.STOLEN;
        String armored = keyless
                ? rita.encrypted(text(words), key(desk))
                : rita.signedAndEncrypted(Mails.textAndKey(words, rita.certificate()), key(desk));
        world.send(rita.address(), desk, Mails.pgpMime(Mails.head(rita.address(), desk, id, "..."), armored));
        if (scene == OrderScene.STOLEN) {
            world.letter(rita.address(), id);
            String stolen = Mails.messageId();
            world.send(THIEF, DESK, Mails.pgpMime(Mails.head(THIEF, DESK, stolen, "mine"), armored));
            world.teamLetter(of("bob"), key(), stolen);
        }
        return id;
    }

    /** After approval rita wants to be credited, which she had not said before. */
    void ritaWantsCredit() throws IOException {
        GpgHome rita = of("rita");
        String to = reportersAddress(OrderScene.APPROVED);
        String id = Mails.messageId();
        String sealed = rita.signedAndEncrypted(text("credit: Rita R."), key());
        world.send(rita.address(), to, Mails.pgpMime(Mails.head(rita.address(), to, id, "..."), sealed));
        world.teamLetter(of("bob"), key(), id);
    }

    /** Waits until the team knows that a case, held at its hour, has missed it. */
    void hourPasses(OrderScene scene) {
        world.teamLetter(of("bob"), key(), caseId(scene) + ": the post did not go.");
    }

    /** Where the reporter writes to. */
    String reportersAddress(OrderScene scene) {
        return world.relay().mailsTo(of("rita").address()).stream()
                .map(Mime::of)
                .filter(mail -> mail.field("Subject").contains(caseId(scene)))
                .findFirst()
                .orElseThrow()
                .field("Reply-To");
    }

    /** Carol has her new key from now on. */
    void carolChangesKey() {
        people.putIfAbsent("carol's former", of("carol"));
        people.put("carol", of("carol's new"));
    }

    /** Sends an order; returns its Message-ID. */
    String send(Order order) throws IOException {
        String named = order.about() == OrderScene.DESK ? DESK : caseId(order.about());
        String text = filled(named + "\n" + order.text() + "\n");
        String file = files.getOrDefault(order.file(), "");
        String part =
                switch (order.file()) {
                    case NONE -> text(text);
                    case PATCH, NO_PATCH ->
                        Mails.textAndFile(text, "0001.patch", file.getBytes(StandardCharsets.US_ASCII));
                    default -> Mails.textAndKey(text, file);
                };
        return sendSigned(order.by(), order.about(), part);
    }

    /** Sends a part that a member signs and encrypts, as his program does it; returns its Message-ID. */
    String sendSigned(String member, OrderScene about, String part) throws IOException {
        return send(of(member).address(), about, Mails.pgpMime("", sealedTo(desk(about), member, part)));
    }

    /** What {@code member} signs and encrypts to {@link #DESK}, in ASCII armor. */
    String sealed(String member, String part, String... options) throws IOException {
        return sealedTo(DESK, member, part, options);
    }

    private String sealedTo(String desk, String member, String part, String... options) throws IOException {
        // where gpg is told of another time, the desk's key is of the future
        String[] all = Stream.of(
                        Stream.of("--ignore-time-conflict", "--ignore-valid-from"),
                        Stream.of(options),
                        Stream.of(key(desk)))
                .flatMap(each -> each)
                .toArray(String[]::new);
        return of(member).signedAndEncrypted(crlf(part), all);
    }

    /** Sends a mail in somebody's name; returns its Message-ID. */
    String send(String author, OrderScene about, String content) throws IOException {
        return send(author, address(about), content);
    }

    String send(String author, String to, String content) throws IOException {
        String id = Mails.messageId();
        String head = Mails.head(author, to, id, "about it");
        world.send(author, to, head + content.replace("\r\n", "\n").replace("MIME-Version: 1.0\n", ""));
        return id;
    }

    static String text(String words) {
        return "Content-Type: text/plain; charset=utf-8\n\n" + words + "\n";
    }

    static String crlf(String text) {
        return text.replace("\r\n", "\n").replace("\n", "\r\n");
    }

    /** What the member is answered, on one line. */
    String transcript(String member, String id) throws IOException {
        return answer(member, id).first("text/plain").text().replaceAll("\\s+", " ");
    }

    /** The same with what is attached to it. */
    Mime answer(String member, String id) throws IOException {
        GpgHome reader = of(member);
        Mime letter = world.letter(reader.address(), id);
        return reader.open(letter, key(letter.field("From").contains(PAIR) ? PAIR : DESK));
    }

    /** Remembers the digest of the preview that this is an answer with. */
    void remember(Order order, String transcript) {
        placeholders.remember(order, transcript);
    }

    /** With what stands for the placeholders, a character for each byte. */
    String filled(String text) {
        return placeholders.filled(text, cases);
    }

    static String resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(OrderWorld.class.getClassLoader().getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        world.close();
        for (GpgHome each : Set.copyOf(people.values())) {
            each.close();
        }
    }
}
