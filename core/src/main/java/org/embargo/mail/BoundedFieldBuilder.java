package org.embargo.mail;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.DefaultFieldBuilder;
import org.apache.james.mime4j.stream.FieldBuilder;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.ByteArrayBuffer;
import org.apache.james.mime4j.util.RecycledByteArrayBuffer;

/** Cuts a header field at a line's end where the library would give up the whole mail. */
final class BoundedFieldBuilder implements FieldBuilder {

    private final DefaultFieldBuilder builder = new DefaultFieldBuilder(-1);
    private final Allowance allowance;
    private int length;

    BoundedFieldBuilder(Allowance allowance) {
        this.allowance = allowance;
    }

    @Override
    public void reset() {
        length = 0;
        builder.reset();
    }

    @Override
    public void append(ByteArrayBuffer line) throws MimeException {
        length += line.length();
        if (length <= allowance.limits().fieldBytes()) {
            builder.append(line);
        } else {
            allowance.exceed();
        }
    }

    @Override
    public RawField build() throws MimeException {
        return builder.build();
    }

    @Override
    public RecycledByteArrayBuffer getRaw() {
        return builder.getRaw();
    }

    @Override
    public void release() {
        builder.release();
    }
}
