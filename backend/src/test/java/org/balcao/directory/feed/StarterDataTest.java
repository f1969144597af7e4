package org.balcao.directory.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.balcao.directory.feed.SourceRecord.CitationRecord;
import org.balcao.directory.feed.SourceRecord.LocationRecord;
import org.balcao.directory.feed.SourceRecord.OrganizationRecord;
import org.balcao.directory.feed.SourceRecord.ServiceRecord;
import org.balcao.directory.model.PublicPage;
import org.junit.jupiter.api.Test;

/** What the starter data may say of themselves. */
class StarterDataTest {
    private static final List<SourceRecord> RECORDS = records();

    private record Cited(String id, String confidence, List<CitationRecord> sources) {}

    private static List<SourceRecord> records() {
        List<SourceRecord> records = new ArrayList<>();
        StarterData.read(read -> {
            switch (read) {
                case Read.Ok ok -> records.add(ok.record());
                case Read.Bad bad -> throw new AssertionError(bad.toString());
            }
        });
        return records;
    }

    private static <T extends SourceRecord> Stream<T> all(Class<T> kind) {
        return RECORDS.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static Stream<Cited> cited() {
        return RECORDS.stream().flatMap(record -> switch (record) {
            case OrganizationRecord it -> Stream.of(new Cited(it.id(), it.confidence(), it.sources()));
            case LocationRecord it -> Stream.of(new Cited(it.id(), it.confidence(), it.sources()));
            case ServiceRecord it -> Stream.of(new Cited(it.id(), it.confidence(), it.sources()));
            case SourceRecord.OneStopCentreRecord it -> Stream.of(new Cited(it.id(), "medium", it.sources()));
            default -> Stream.empty();
        });
    }

    @Test
    void everySourceIsAPageOrADocumentByItsTitle() {
        assertThat(cited().flatMap(each -> each.sources().stream()
                        .filter(source -> source.file() != null
                                || !(source.url() == null ? source.title() != null : PublicPage.isSound(source.url())))
                        .map(source -> each.id() + " " + source)))
                .isEmpty();
    }

    @Test
    void whatIsSureCanBeCheckedAtAPage() {
        assertThat(cited().filter(each -> each.confidence().equals("high"))
                        .filter(each -> each.sources().stream().noneMatch(source -> PublicPage.isSound(source.url())))
                        .map(Cited::id))
                .isEmpty();
    }

    @Test
    void everyPositionSaysWhatItIsTheMiddleOf() {
        assertThat(all(LocationRecord.class)
                        .filter(each -> (each.latitude() == null) != (each.positionPrecision() == null))
                        .map(LocationRecord::id))
                .isEmpty();
    }

    @Test
    void noActiveServiceIsWrittenToAtAnInstitutionThatIsGone() {
        assertThat(all(ServiceRecord.class)
                        .filter(each -> each.status().equals("active"))
                        .filter(each -> each.email() != null
                                && (each.email().endsWith("@acm.gov.pt")
                                        || each.email().contains("covid")))
                        .map(ServiceRecord::id))
                .isEmpty();
    }

    @Test
    void whatHasEndedByItsOwnTextIsNotActive() {
        Map<String, ServiceRecord> services =
                all(ServiceRecord.class).collect(Collectors.toMap(ServiceRecord::id, Function.identity()));

        assertThat(Stream.of("escolhas", "gav-cnaim", "claim-entroncamento")
                        .map(id -> services.get(id).status()))
                .containsOnly("inactive");
    }

    @Test
    void theCentresOfTheNetworkAreInItsProgram() {
        List<String> centres = all(ServiceRecord.class)
                .filter(each -> "claim".equals(each.program()))
                .map(ServiceRecord::id)
                .toList();

        assertThat(centres).hasSize(76).contains("claim-rede", "claim-braga", "claim-tondela");
        assertThat(all(ServiceRecord.class)
                        .filter(each -> each.status().equals("active"))
                        .filter(each ->
                                each.id().startsWith("claim-") || each.name().startsWith("CLAIM"))
                        .filter(each -> !"claim".equals(each.program()))
                        .map(ServiceRecord::id))
                .isEmpty();
    }
}
