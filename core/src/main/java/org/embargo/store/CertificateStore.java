package org.embargo.store;

import java.util.List;
import java.util.Optional;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.embargo.model.Fingerprint;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Certificates of people outside the team, kept per case: what proves something in one case proves nothing in another. */
public final class CertificateStore {
    private static final String COLUMNS = "c.case_id, c.fingerprint_hash, c.content";

    private final Handle handle;
    private final Sealer sealer;

    CertificateStore(Handle handle, Sealer sealer) {
        this.handle = handle;
        this.sealer = sealer;
    }

    /** Keeps {@code certificate}; an older copy of it in the same case is replaced. */
    public void keep(KeptCertificate certificate) {
        String id = certificate.caseId().toString();
        String hash = hash(certificate.fingerprint());
        drop("certificates", id, hash);
        drop("certificate_keys", id, hash);
        Stored stored = new Stored(certificate.fingerprint(), certificate.keyIds(), certificate.certificate());
        handle.createUpdate("INSERT INTO certificates (case_id, fingerprint_hash, content)"
                        + " VALUES (:case, :hash, :content)")
                .bind("case", id)
                .bind("hash", hash)
                .bind("content", sealer.seal(place(id, hash), StoredJson.write(stored)))
                .execute();
        certificate.keyIds().stream().distinct().forEach(keyId -> handle.createUpdate(
                        "INSERT INTO certificate_keys (key_hash, case_id, fingerprint_hash)"
                                + " VALUES (:key, :case, :hash)")
                .bind("key", hash(keyId))
                .bind("case", id)
                .bind("hash", hash)
                .execute());
    }

    public Optional<KeptCertificate> find(CaseId id, Fingerprint fingerprint) {
        Query query = handle.createQuery("SELECT " + COLUMNS
                        + " FROM certificates c WHERE c.case_id = :case AND c.fingerprint_hash = :hash")
                .bind("case", id.toString())
                .bind("hash", hash(fingerprint));
        return opened(query).stream().findFirst();
    }

    /** The certificates of a case, in no particular order. */
    public List<KeptCertificate> of(CaseId id) {
        return opened(handle.createQuery("SELECT " + COLUMNS + " FROM certificates c WHERE c.case_id = :case")
                .bind("case", id.toString()));
    }

    /** The open cases of a desk that keep any certificate. */
    public List<CaseId> openCases(DeskName desk) {
        return handle.createQuery("SELECT DISTINCT c.case_id FROM certificates c JOIN cases k ON k.case_id = c.case_id"
                        + " WHERE k.desk = :desk AND k.is_open = TRUE ORDER BY c.case_id")
                .bind("desk", desk.value())
                .map((row, context) -> CaseId.stored(row.getString("case_id")).orElseThrow())
                .list();
    }

    /** Every certificate of any case that has a key with this id; ids can collide. */
    public List<KeptCertificate> withKeyId(long keyId) {
        return opened(handle.createQuery("SELECT " + COLUMNS + " FROM certificate_keys k JOIN certificates c"
                        + " ON c.case_id = k.case_id AND c.fingerprint_hash = k.fingerprint_hash"
                        + " WHERE k.key_hash = :key")
                .bind("key", hash(keyId)));
    }

    private List<KeptCertificate> opened(Query query) {
        return query.map((row, context) ->
                        open(row.getString("case_id"), row.getString("fingerprint_hash"), row.getBytes("content")))
                .list();
    }

    private KeptCertificate open(String caseId, String hash, byte[] sealed) {
        Stored stored = StoredJson.read(sealer.open(place(caseId, hash), sealed), Stored.class);
        return new KeptCertificate(
                CaseId.stored(caseId).orElseThrow(), stored.fingerprint(), stored.keyIds(), stored.certificate());
    }

    private void drop(String table, String caseId, String hash) {
        handle.createUpdate("DELETE FROM " + table + " WHERE case_id = :case AND fingerprint_hash = :hash")
                .bind("case", caseId)
                .bind("hash", hash)
                .execute();
    }

    /** A fingerprint leads to a name on any key server. */
    private String hash(Fingerprint fingerprint) {
        return sealer.lookUp("fingerprint", new Fields().add(fingerprint.hex()));
    }

    private String hash(long keyId) {
        return sealer.lookUp("key-id", new Fields().add(keyId));
    }

    private static Place place(String caseId, String hash) {
        return new Place("certificates", caseId + "/" + hash, "content");
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Stored(Fingerprint fingerprint, List<Long> keyIds, byte[] certificate) {}
}
