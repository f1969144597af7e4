package org.balcao.sync.model;

import java.util.Set;
import java.util.UUID;

/**
 * Who may write which record, and how: the one rule that every way of writing asks. A source writes the records that it made and those of its own
 * organization; of anybody else's it may only say what it thinks, and the holder decides. The national team needs a second person for everything.
 * What the team holds is not withdrawn by anybody, and the words that everybody is found by are the team's. The program itself writes only what it brought and
 * what nobody touched since.
 */
public final class WriteRule {
    /** Kinds that belong to everybody, and that the national team looks after. */
    private static final Set<Kind> NATIONAL = Set.of(Kind.TAXONOMY, Kind.TAXONOMY_TERM, Kind.ONE_STOP_CENTRE);

    /** Who wants to write. */
    public sealed interface Writer {}

    /** @param organization whose system it is; null of the national team's own */
    public record Feed(String source, UUID organization) implements Writer {}

    /** Somebody of an organization, on our page. */
    public record Member(UUID organization) implements Writer {}

    /** One person of the national team. */
    public record NationalEditor() implements Writer {}

    /**
     * A newer version of the data that the program comes with.
     *
     * @param source the name under which they are known here
     * @param touched somebody here edited the record, delivers it, found it right or made it one of two
     */
    public record Starter(String source, boolean touched) implements Writer {}

    /**
     * A record, as far as the rule has to know it.
     *
     * @param origin the source that made it first; null if that is not known
     * @param organization whose it is; null of what is nobody's, or is gone
     * @param there false if it was withdrawn or merged
     * @param locked the national team holds fields of it
     */
    public record Held(UUID id, Kind kind, String origin, UUID organization, boolean there, boolean locked) {}

    /** What somebody wants to do. */
    public enum Act {
        CREATE,
        CHANGE,
        WITHDRAW,
        TAKE_OVER
    }

    /** What comes of it. */
    public enum Answer {
        /** It is done. */
        WRITE,
        /** It is kept as what this source says, and the holder of the record decides. */
        OFFER,
        /** A second person of the national team has to confirm it. */
        SECOND_PERSON,
        /** It is somebody else's. */
        NOT_YOURS,
        /** The national team holds fields of the record. */
        LOCKED,
        /** The national team looks after it. */
        NATIONAL_TEAM_ONLY
    }

    private WriteRule() {}

    /** @param held null if nobody ever had a record with this id */
    public static Answer ask(Writer writer, Act act, Kind kind, Held held) {
        return switch (writer) {
            case Feed feed -> feed(feed, act, kind, held);
            case Member member -> member(member, act, kind, held);
            case Starter starter -> starter(starter, act, kind, held);
            case NationalEditor editor -> act == Act.TAKE_OVER ? Answer.NOT_YOURS : Answer.SECOND_PERSON;
        };
    }

    private static Answer feed(Feed feed, Act act, Kind kind, Held held) {
        boolean made = held != null && feed.source().equals(held.origin()) && held.kind() == kind;
        boolean own = held != null
                && held.there()
                && held.organization() != null
                && held.organization().equals(feed.organization());
        return switch (act) {
            case CREATE -> {
                if (kind == Kind.ONE_STOP_CENTRE && feed.organization() != null) {
                    yield Answer.NATIONAL_TEAM_ONLY;
                }
                yield held == null || made && !held.there() ? Answer.WRITE : Answer.NOT_YOURS;
            }
            case CHANGE -> made || own ? Answer.WRITE : Answer.OFFER;
            case WITHDRAW -> {
                if (!made && !own) {
                    yield Answer.NOT_YOURS;
                }
                yield held.locked() ? Answer.LOCKED : Answer.WRITE;
            }
            case TAKE_OVER -> {
                if (NATIONAL.contains(kind)) {
                    yield Answer.NATIONAL_TEAM_ONLY;
                }
                yield own || made && held.there() ? Answer.WRITE : Answer.NOT_YOURS;
            }
        };
    }

    private static Answer starter(Starter starter, Act act, Kind kind, Held held) {
        boolean made = held != null && starter.source().equals(held.origin()) && held.kind() == kind;
        return switch (act) {
            case CREATE -> held == null ? Answer.WRITE : Answer.NOT_YOURS;
            case CHANGE -> {
                if (!made || !held.there()) {
                    yield Answer.NOT_YOURS;
                }
                if (held.locked()) {
                    yield Answer.LOCKED;
                }
                yield starter.touched() ? Answer.NOT_YOURS : Answer.WRITE;
            }
            case WITHDRAW, TAKE_OVER -> Answer.NOT_YOURS;
        };
    }

    private static Answer member(Member member, Act act, Kind kind, Held held) {
        if (NATIONAL.contains(kind)) {
            return Answer.NATIONAL_TEAM_ONLY;
        }
        boolean own = held != null
                && held.there()
                && held.organization() != null
                && held.organization().equals(member.organization());
        if (act != Act.CHANGE || !own) {
            return Answer.NOT_YOURS;
        }
        return Answer.WRITE;
    }
}
