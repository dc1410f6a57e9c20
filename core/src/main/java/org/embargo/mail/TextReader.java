package org.embargo.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.embargo.content.Content;
import org.embargo.model.Confidential;
import org.embargo.openpgp.ArmorBlock;
import org.embargo.openpgp.CleartextMessage;
import org.embargo.openpgp.Opening;
import org.embargo.openpgp.Verdict;

/** Reads the texts of one mail, with the OpenPGP blocks in them. One thread. */
final class TextReader {

    private final OpenPgpReader openPgp;
    private final Allowance allowance;
    private final Findings found;

    TextReader(OpenPgpReader openPgp, Allowance allowance, Findings found) {
        this.openPgp = openPgp;
        this.allowance = allowance;
        this.found = found;
    }

    static boolean isBlank(Content content) throws IOException {
        try (InputStream in = content.open()) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next > ' ') {
                    return false;
                }
            }
            return true;
        }
    }

    /** Each block becomes its own section: what is signed or encrypted apart is shown apart. */
    void readPlain(Part part, Scope scope) throws IOException {
        if (!allowance.fits(part.content())) {
            readLong(part, scope);
            return;
        }
        byte[] bytes = allowance.takeText(part.content());
        StringBuilder whole = new StringBuilder();
        int end = LegacyDisplay.end(part.header(), scope, bytes);
        List<ArmorBlock> blocks = ArmorBlock.allIn(bytes);
        if (scope.isSignedRoot() && part.header().fileName().isEmpty()) {
            noteSigned(plain(bytes, end, bytes.length, part.header(), scope), part.header());
        }
        for (ArmorBlock block : blocks) {
            Optional<Section> section =
                    allowance.takeBlock() ? read(block, bytes, part.header(), scope) : Optional.empty();
            if (section.isPresent()) {
                show(plain(bytes, end, block.start(), part.header(), scope), whole);
                show(section.get(), whole);
                if (isWhole(block, bytes, scope) && section.get().verdicts().size() == 1) {
                    noteSigned(section.get(), block, part.header());
                }
                end = block.end();
            }
        }
        show(plain(bytes, end, bytes.length, part.header(), scope), whole);
        found.body(whole.toString(), scope.encrypted());
    }

    /** The first plain text in a part that is shown elsewhere; blank where there is none. */
    Confidential firstPlain(Part part) throws IOException {
        if (part.isShown("text/plain")) {
            byte[] bytes = allowance.takeText(part.content());
            return plain(bytes, 0, bytes.length, part.header(), Scope.ROOT).text();
        }
        for (Part each : part.parts()) {
            Confidential text = firstPlain(each);
            if (!text.isBlank()) {
                return text;
            }
        }
        return new Confidential("");
    }

    /** A part without a header may have been taken out of another frame; the header of any other is signed with it. */
    private void noteSigned(Section text, PartHeader header) {
        if (!header.fields().isEmpty() || UnsignedFrame.leavesAlone(text.text().text(), Optional.empty())) {
            found.rootSignature().text(text.text().text(), text.encrypted());
        }
    }

    private void noteSigned(Section text, ArmorBlock block, PartHeader header) {
        Optional<Charset> charset =
                block.kind() == ArmorBlock.Kind.MESSAGE ? block.charset().flatMap(Charsets::named) : header.charset();
        if (UnsignedFrame.leavesAlone(text.text().text(), charset)) {
            found.rootSignature().text(text.text().text(), text.encrypted());
        }
    }

    /** Whether nothing but this block is in the mail. */
    private static boolean isWhole(ArmorBlock block, byte[] bytes, Scope scope) {
        return scope.isPayload()
                && scope.verdicts().isEmpty()
                && isBlank(bytes, 0, block.start())
                && isBlank(bytes, block.end(), bytes.length);
    }

    private static boolean isBlank(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            // a byte above ASCII is a character too
            if (bytes[at] < 0 || bytes[at] > ' ') {
                return false;
            }
        }
        return true;
    }

    void readHtml(Part part, Scope scope) throws IOException {
        if (scope.htmlHidden()) {
            found.signatures().cover(scope.verdicts(), true, false);
            return;
        }
        byte[] bytes = allowance.takeText(part.content());
        String text = HtmlText.of(decode(bytes, part.header().charset()));
        found.show(new Section(new Confidential(PlainText.lines(text)), scope.encrypted(), scope.verdicts(), true));
        // markup alone shows nothing but is there: it must not pass as covered by a signature beside it
        found.signatures().cover(scope.verdicts(), true, false);
        if (part.content().sizeBytes() > bytes.length) {
            attachWhole(part.content(), part.mediaType(), scope.encrypted(), scope.verdicts());
        }
    }

    /** A long text is shown up to the limit; the first armored message in it is opened, for it may be what is long. */
    private void readLong(Part part, Scope scope) throws IOException {
        Content text = part.content();
        Optional<ContentSlice> message = scope.encrypted() ? Optional.empty() : ArmoredMessage.firstIn(text);
        long end = text.sizeBytes();
        StringBuilder whole = new StringBuilder();
        // what stands around the message takes its share before the message can use it up
        Section before = start(part, 0, message.map(ContentSlice::from).orElse(end), scope);
        Section after = start(part, message.map(ContentSlice::to).orElse(end), end, scope);
        show(before, whole);
        if (message.isPresent()) {
            show(message(message.get(), Optional.empty(), scope), whole);
        }
        show(after, whole);
        found.body(whole.toString(), scope.encrypted());
    }

    private Section start(Part part, long from, long to, Scope scope) throws IOException {
        byte[] start = allowance.takeText(new ContentSlice(part.content(), from, to));
        if (to - from > start.length) {
            attachWhole(part.content(), part.mediaType(), scope.encrypted(), scope.verdicts());
        }
        return plain(start, 0, start.length, part.header(), scope);
    }

    private void show(Section section, StringBuilder whole) {
        found.show(section);
        whole.append(section.text().text());
    }

    private static Section plain(byte[] bytes, int from, int to, PartHeader header, Scope scope) {
        String text = decode(Arrays.copyOfRange(bytes, from, to), header.charset());
        return new Section(new Confidential(PlainText.lines(text)), scope.encrypted(), scope.verdicts(), false);
    }

    /** What a block holds; empty where it is shown as it stands. */
    private Optional<Section> read(ArmorBlock block, byte[] text, PartHeader header, Scope scope) throws IOException {
        byte[] bytes = block.bytesIn(text);
        return switch (block.kind()) {
            case MESSAGE ->
                scope.encrypted() ? Optional.empty() : Optional.of(message(Content.of(bytes), block.charset(), scope));
            case SIGNED_MESSAGE -> signed(bytes, header, scope);
            case PUBLIC_KEY -> {
                found.bringFrom(bytes, FileReader.origin(scope));
                yield Optional.empty();
            }
        };
    }

    private Optional<Section> signed(byte[] block, PartHeader header, Scope scope) throws IOException {
        Optional<CleartextMessage> message = openPgp.judgeCleartext(block, scope);
        if (message.isEmpty()) {
            return Optional.empty();
        }
        String text = decode(message.get().text().bytes(), header.charset());
        List<Verdict> verdicts = scope.signedBy(message.get().verdicts()).verdicts();
        return Optional.of(new Section(new Confidential(PlainText.lines(text)), scope.encrypted(), verdicts, false));
    }

    /** Stands where the block stood, which has no line end of its own; a block that can't be opened shows nothing. */
    private Section message(Content message, Optional<String> charset, Scope scope) throws IOException {
        Optional<Opening.Opened> opening = openPgp.openMessage(message);
        if (opening.isEmpty()) {
            return new Section(new Confidential(""), false, List.of(), false);
        }
        Opening.Opened opened = opening.get();
        Scope inside = scope.opened(opened.encrypted(), opened.verdicts());
        byte[] start = allowance.takeText(opened.content());
        if (opened.content().sizeBytes() > start.length) {
            attachWhole(opened.content(), "text/plain", inside.encrypted(), inside.verdicts());
        }
        Optional<Section> signed = signedInside(start, opened, inside);
        if (signed.isPresent()) {
            return signed.get();
        }
        Charset declared = charset.flatMap(Charsets::named).orElse(StandardCharsets.US_ASCII);
        String text = PlainText.withoutLastLineEnd(PlainText.lines(Charsets.decode(start, declared)));
        return new Section(new Confidential(text), inside.encrypted(), inside.verdicts(), false);
    }

    /** A cleartext-signed text that was encrypted as a whole, by two runs of one program; empty where it is anything else. */
    private Optional<Section> signedInside(byte[] text, Opening.Opened opened, Scope inside) throws IOException {
        List<ArmorBlock> blocks = ArmorBlock.allIn(text);
        boolean isAlone = blocks.size() == 1
                && blocks.get(0).kind() == ArmorBlock.Kind.SIGNED_MESSAGE
                && isBlank(text, 0, blocks.get(0).start())
                && isBlank(text, blocks.get(0).end(), text.length);
        return isAlone
                        && opened.verdicts().isEmpty()
                        && text.length == opened.content().sizeBytes()
                ? signed(blocks.get(0).bytesIn(text), PartHeader.EMPTY, inside)
                : Optional.empty();
    }

    private void attachWhole(Content content, String mediaType, boolean encrypted, List<Verdict> verdicts) {
        found.attach(new Attachment(FileName.THE_TEXT, mediaType, content, encrypted, false), verdicts);
    }

    private static String decode(byte[] bytes, Optional<Charset> declared) {
        return Charsets.decode(bytes, declared.orElse(StandardCharsets.US_ASCII));
    }
}
