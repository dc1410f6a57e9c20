package org.embargo.mail;

import java.io.IOException;
import java.io.InputStream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.io.MaxLineLimitException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.embargo.content.Content;

/**
 * Cuts a mail into its parts, within limits counted here: the library has none on nesting and parts, and gives up a
 * whole mail over one long field.
 *
 * <p>Enclosed mails are files and are not looked into. Parts of a multipart/signed keep their bytes. One thread.
 */
final class MailParser {

    private final Allowance allowance;

    MailParser(Allowance allowance) {
        this.allowance = allowance;
    }

    /**
     * Never refuses a mail: what can't be read, or lies over a limit, is left out and the result says that it is not
     * complete.
     *
     * @param depth how many levels the content lies below the mail's root
     */
    ParsedMail parse(Content content, int depth) throws IOException {
        PartTree tree = new PartTree(depth);
        try (InputStream in = new CutHeaderLines(content.open(), allowance)) {
            MimeTokenStream tokens = tokens(in);
            read(tokens, tree);
            return new ParsedMail(tree.root(), tree.isComplete());
        } catch (MimeException | MimeIOException | MaxLineLimitException | MailLimitException e) {
            allowance.exceed();
            return new ParsedMail(tree.root(), false);
        }
    }

    private MimeTokenStream tokens(InputStream in) {
        MimeConfig config = MimeConfig.custom()
                .setMaxHeaderCount(-1)
                .setMaxHeaderLen(-1)
                .setMaxLineLen(allowance.limits().lineBytes() + 1)
                .build();
        MimeTokenStream tokens =
                new MimeTokenStream(config, DecodeMonitor.SILENT, new BoundedFieldBuilder(allowance), null);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(in);
        return tokens;
    }

    private void read(MimeTokenStream tokens, PartTree tree) throws IOException, MimeException, MailLimitException {
        for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            switch (state) {
                case T_START_HEADER -> tree.startPart(allowance);
                case T_FIELD -> field(tokens, tree);
                case T_END_HEADER -> endHeader(tokens, tree);
                case T_START_MULTIPART -> startMultipart(tokens, tree);
                case T_RAW_ENTITY -> rawPart(tokens, tree);
                case T_BODY -> body(tokens, tree);
                case T_END_MULTIPART -> {
                    tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
                    tree.endPart();
                }
                default -> {
                    // preambles and epilogues are not shown by anybody
                }
            }
        }
    }

    private void field(MimeTokenStream tokens, PartTree tree) {
        if (allowance.takeField()) {
            tree.field(tokens.getField());
        } else {
            tree.cut();
        }
    }

    /** A multipart below the deepest level allowed is left whole. */
    private void endHeader(MimeTokenStream tokens, PartTree tree) {
        if (tree.depth() >= allowance.limits().nesting()) {
            tokens.setRecursionMode(RecursionMode.M_FLAT);
        }
    }

    private void startMultipart(MimeTokenStream tokens, PartTree tree) {
        tree.startMultipart();
        if (tree.isInSigned()) {
            tokens.setRecursionMode(RecursionMode.M_RAW);
        }
    }

    private void rawPart(MimeTokenStream tokens, PartTree tree) throws IOException, MailLimitException {
        Content raw = allowance.spool(tokens.getInputStream());
        ParsedMail parsed = parse(raw, tree.depth());
        tree.add(parsed.root().withRaw(raw));
        if (!parsed.complete()) {
            tree.cut();
        }
    }

    private void body(MimeTokenStream tokens, PartTree tree) throws IOException, MailLimitException {
        if (tokens.getRecursionMode() == RecursionMode.M_FLAT
                && tokens.getBodyDescriptor().getMimeType().startsWith("multipart/")) {
            allowance.exceed();
            tree.cut();
        }
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tree.body(allowance.spool(tokens.getDecodedInputStream()));
        tree.endPart();
    }
}
