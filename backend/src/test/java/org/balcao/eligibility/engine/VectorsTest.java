package org.balcao.eligibility.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What both engines have to say of days; the same file is read by the page's tests. It was worked out by a third calendar. */
class VectorsTest {

    private static final JsonNode DAYS = read();

    private static JsonNode read() {
        try {
            return RuleFolder.JSON.readTree(
                    Path.of("../eligibility/vectors/days.json").toFile());
        } catch (IOException unreadable) {
            throw new ExceptionInInitializerError(unreadable);
        }
    }

    @Test
    void monthsAreAdded() {
        assertThat(DAYS.get("plus_months")).hasSizeGreaterThan(50).allSatisfy(each -> {
            int day = Days.day(each.get("day").textValue());
            boolean clamp = each.get("overflow").textValue().equals("clamp");
            assertThat(Days.text(Days.plusMonths(day, each.get("months").intValue(), clamp)))
                    .as(each.toString())
                    .isEqualTo(each.get("gives").textValue());
        });
    }

    @Test
    void datesThatAreKnownInPartAreSpans() {
        assertThat(DAYS.get("spans")).isNotEmpty().allSatisfy(each -> {
            int[] span = Days.span(each.get("text").textValue());
            assertThat(Days.text(span[0])).isEqualTo(each.get("first").textValue());
            assertThat(Days.text(span[1])).isEqualTo(each.get("last").textValue());
        });
        assertThat(DAYS.get("not_dates"))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(Days.span(each.textValue()))
                        .as(each.toString())
                        .isNull());
    }

    @Test
    void theDayIsTheOneInLisbon() {
        assertThat(DAYS.get("today_in_lisbon")).isNotEmpty().allSatisfy(each -> {
            Instant moment = Instant.parse(each.get("moment").textValue());
            assertThat(LocalDate.ofInstant(moment, ZoneId.of("Europe/Lisbon")))
                    .hasToString(each.get("day").textValue());
        });
    }
}
