package org.balcao.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.balcao.shared.StableId;

/** The public line to call where nothing else is known: the contact centre of AIMA, as the directory has it today. */
@ApplicationScoped
public class HelpLine {
    private static final UUID CONTACT_CENTRE = StableId.of("portugal", "service", "aima-contact-centre");

    /** A line that is answered. */
    public record Line(UUID serviceId, String name, String number) {}

    /** The line, and the change after which it was looked for. */
    private record Read(long seq, Optional<Line> line) {}

    private final EntityManager entities;
    private final ChangeNumber number;
    private final AtomicReference<Read> latest = new AtomicReference<>(new Read(-1, Optional.empty()));

    HelpLine(EntityManager entities, ChangeNumber number) {
        this.entities = entities;
        this.number = number;
    }

    /** Empty where the directory does not have it, or it is closed. */
    public Optional<Line> find() {
        long seq = number.newest();
        Read held = latest.get();
        if (held.seq() == seq) {
            return held.line();
        }
        Read read = new Read(seq, read());
        latest.set(read);
        return read.line();
    }

    private Optional<Line> read() {
        return new Conditions()
                .with("id", CONTACT_CENTRE).rows(entities, """
                        select s.name, p.number from directory.service s join directory.phone p on p.service_id = s.id
                         where s.id = :id and s.status = 'active' order by p.ordinal limit 1""").stream()
                        .map(row -> new Line(
                                CONTACT_CENTRE, row.get("name", String.class), row.get("number", String.class)))
                        .findFirst();
    }
}
