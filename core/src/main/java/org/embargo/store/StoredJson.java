package org.embargo.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.embargo.model.Address;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.CveId;
import org.embargo.model.CweId;
import org.embargo.model.DeskName;
import org.embargo.model.DeskRole;
import org.embargo.model.Fingerprint;
import org.embargo.model.IntakeId;
import org.embargo.model.LetterId;
import org.embargo.model.MessageId;
import org.embargo.model.Token;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.MemberLetter.Transcript.Line;

/**
 * The stored form of events, letters and envelopes, inside their seals. Members of closed sets bear the simple name of
 * their record as {@code kind}; no class name is ever taken from stored data.
 */
final class StoredJson {
    private static final ObjectMapper MAPPER = mapper();

    private StoredJson() {}

    static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "no stored form of " + value.getClass().getSimpleName(), withoutText(e));
        }
    }

    /** @throws StoreException when {@code stored} is no stored form of {@code type} that this version knows */
    static <T> T read(byte[] stored, Class<T> type) {
        try {
            return MAPPER.readValue(stored, type);
        } catch (IOException | IllegalArgumentException e) {
            throw new StoreException("can't read a stored " + type.getSimpleName(), withoutText(e));
        }
    }

    /** Jackson's messages quote what they could not read. */
    private static Exception withoutText(Exception e) {
        return new IllegalArgumentException(e.getClass().getSimpleName());
    }

    private static ObjectMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .addModule(values())
                .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(SerializationFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS)
                .disable(DeserializationFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        closedSet(builder, CaseEvent.class);
        closedSet(builder, Letter.class);
        closedSet(builder, DeskRole.class);
        return builder.build();
    }

    private static void closedSet(JsonMapper.Builder builder, Class<?> set) {
        builder.addMixIn(set, Kinds.class);
        members(set).forEach(member -> builder.registerSubtypes(new NamedType(member, member.getSimpleName())));
    }

    /** Sets within sets too; their names are one space. */
    private static Stream<Class<?>> members(Class<?> set) {
        return Arrays.stream(set.getPermittedSubclasses())
                .flatMap(member -> member.isSealed() ? members(member) : Stream.of(member));
    }

    private static SimpleModule values() {
        SimpleModule module = new SimpleModule("embargo");
        text(module, Address.class, Address::value, Address::new);
        text(module, CaseId.class, CaseId::toString, text -> CaseId.stored(text).orElseThrow());
        text(module, Confidential.class, Confidential::text, Confidential::new);
        text(module, CveId.class, CveId::value, CveId::new);
        text(module, CweId.class, CweId::value, CweId::new);
        text(module, DeskName.class, DeskName::value, DeskName::new);
        text(module, Fingerprint.class, Fingerprint::hex, Fingerprint::new);
        text(module, IntakeId.class, IntakeId::value, IntakeId::new);
        text(module, LetterId.class, LetterId::value, LetterId::new);
        text(module, MessageId.class, MessageId::value, MessageId::new);
        text(module, Token.class, Token::value, Token::new);
        form(module, Line.class, StoredLine.class, StoredLine::of, StoredLine::line);
        return module;
    }

    private static <T> void text(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        form(module, type, String.class, write, read);
    }

    /** Has {@code type} stored as {@code form}. */
    private static <T, S> void form(
            SimpleModule module, Class<T> type, Class<S> form, Function<T, S> write, Function<S, T> read) {
        module.addSerializer(type, new FormSerializer<>(write));
        module.addDeserializer(type, new FormDeserializer<>(form, read));
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface Kinds {}

    private static final class FormSerializer<T, S> extends JsonSerializer<T> {
        private final Function<T, S> write;

        FormSerializer(Function<T, S> write) {
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(write.apply(value), json);
        }
    }

    private static final class FormDeserializer<T, S> extends JsonDeserializer<T> {
        private final Class<S> form;
        private final Function<S, T> read;

        FormDeserializer(Class<S> form, Function<S, T> read) {
            this.form = form;
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return read.apply(context.readValue(json, form));
        }
    }
}
