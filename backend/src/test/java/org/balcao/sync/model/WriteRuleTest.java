package org.balcao.sync.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.balcao.sync.model.WriteRule.Act.CHANGE;
import static org.balcao.sync.model.WriteRule.Act.CREATE;
import static org.balcao.sync.model.WriteRule.Act.TAKE_OVER;
import static org.balcao.sync.model.WriteRule.Act.WITHDRAW;
import static org.balcao.sync.model.WriteRule.Answer.LOCKED;
import static org.balcao.sync.model.WriteRule.Answer.NATIONAL_TEAM_ONLY;
import static org.balcao.sync.model.WriteRule.Answer.NOT_YOURS;
import static org.balcao.sync.model.WriteRule.Answer.OFFER;
import static org.balcao.sync.model.WriteRule.Answer.SECOND_PERSON;
import static org.balcao.sync.model.WriteRule.Answer.WRITE;

import java.util.UUID;
import org.balcao.sync.model.WriteRule.Act;
import org.balcao.sync.model.WriteRule.Answer;
import org.balcao.sync.model.WriteRule.Feed;
import org.balcao.sync.model.WriteRule.Held;
import org.balcao.sync.model.WriteRule.Member;
import org.balcao.sync.model.WriteRule.NationalEditor;
import org.balcao.sync.model.WriteRule.Starter;
import org.junit.jupiter.api.Test;

class WriteRuleTest {
    private static final UUID CPR = UUID.randomUUID();
    private static final UUID JRS = UUID.randomUUID();
    private static final Feed FEED = new Feed("cpr", CPR);
    private static final Feed NATIONAL_FEED = new Feed("nacional", null);

    private static Held held(String origin, UUID organization) {
        return new Held(UUID.randomUUID(), Kind.SERVICE, origin, organization, true, false);
    }

    private static Held gone(String origin) {
        return new Held(UUID.randomUUID(), Kind.SERVICE, origin, null, false, false);
    }

    private static Held locked(String origin, UUID organization) {
        return new Held(UUID.randomUUID(), Kind.SERVICE, origin, organization, true, true);
    }

    private static Answer feed(Act act, Held held) {
        return WriteRule.ask(FEED, act, Kind.SERVICE, held);
    }

    @Test
    void theProgramWritesOnlyWhatItBroughtAndNobodyTouchedSince() {
        Starter starter = new Starter("portugal", false);
        assertThat(WriteRule.ask(starter, CREATE, Kind.SERVICE, null)).isEqualTo(WRITE);
        assertThat(WriteRule.ask(starter, CREATE, Kind.SERVICE, gone("portugal")))
                .as("what was withdrawn does not come back")
                .isEqualTo(NOT_YOURS);
        assertThat(WriteRule.ask(starter, CHANGE, Kind.SERVICE, held("portugal", CPR)))
                .isEqualTo(WRITE);
        assertThat(WriteRule.ask(starter, CHANGE, Kind.SERVICE, held("cpr", CPR)))
                .isEqualTo(NOT_YOURS);
        assertThat(WriteRule.ask(starter, CHANGE, Kind.SERVICE, gone("portugal")))
                .isEqualTo(NOT_YOURS);
        assertThat(WriteRule.ask(starter, CHANGE, Kind.SERVICE, locked("portugal", CPR)))
                .isEqualTo(LOCKED);
        assertThat(WriteRule.ask(new Starter("portugal", true), CHANGE, Kind.SERVICE, held("portugal", CPR)))
                .isEqualTo(NOT_YOURS);
        assertThat(WriteRule.ask(starter, WITHDRAW, Kind.SERVICE, held("portugal", CPR)))
                .isEqualTo(NOT_YOURS);
    }

    @Test
    void anIdThatNobodyEverHadIsFree() {
        assertThat(feed(CREATE, null)).isEqualTo(WRITE);
    }

    @Test
    void anIdOfARecordThatIsGoneIsItsMakersOnly() {
        assertThat(feed(CREATE, gone("cpr"))).isEqualTo(WRITE);
        assertThat(feed(CREATE, gone("jrs"))).isEqualTo(NOT_YOURS);
        assertThat(feed(CREATE, gone(null))).isEqualTo(NOT_YOURS);
        assertThat(feed(CREATE, held("cpr", CPR))).as("it is there").isEqualTo(NOT_YOURS);
    }

    @Test
    void anIdOfARecordOfAnotherKindIsTaken() {
        assertThat(WriteRule.ask(FEED, CREATE, Kind.LOCATION, gone("cpr"))).isEqualTo(NOT_YOURS);
    }

    @Test
    void aSourceChangesWhatItMadeAndWhatIsItsOrganizations() {
        assertThat(feed(CHANGE, held("cpr", CPR))).isEqualTo(WRITE);
        assertThat(feed(CHANGE, held("portugal", CPR))).isEqualTo(WRITE);
        assertThat(feed(CHANGE, held("cpr", JRS))).isEqualTo(WRITE);
    }

    @Test
    void ofOthersRecordsItMakesOffers() {
        assertThat(feed(CHANGE, held("portugal", JRS))).isEqualTo(OFFER);
        assertThat(feed(CHANGE, held(null, null))).isEqualTo(OFFER);
        assertThat(WriteRule.ask(NATIONAL_FEED, CHANGE, Kind.SERVICE, held("portugal", null)))
                .as("a record of nobody is not everybody's")
                .isEqualTo(OFFER);
    }

    @Test
    void nobodyWithdrawsOthersRecordsOrWhatIsLocked() {
        assertThat(feed(WITHDRAW, held("cpr", CPR))).isEqualTo(WRITE);
        assertThat(feed(WITHDRAW, held("portugal", CPR))).isEqualTo(WRITE);
        assertThat(feed(WITHDRAW, held("portugal", JRS))).isEqualTo(NOT_YOURS);
        assertThat(feed(WITHDRAW, null)).isEqualTo(NOT_YOURS);
        assertThat(feed(WITHDRAW, locked("cpr", CPR))).isEqualTo(LOCKED);
        assertThat(WriteRule.ask(NATIONAL_FEED, WITHDRAW, Kind.SERVICE, held("portugal", JRS)))
                .isEqualTo(NOT_YOURS);
    }

    @Test
    void onlyOnesOwnRecordsAreTakenOver() {
        assertThat(feed(TAKE_OVER, held("portugal", CPR))).isEqualTo(WRITE);
        assertThat(feed(TAKE_OVER, held("portugal", JRS))).isEqualTo(NOT_YOURS);
        assertThat(feed(TAKE_OVER, gone("cpr"))).isEqualTo(NOT_YOURS);
        assertThat(WriteRule.ask(NATIONAL_FEED, TAKE_OVER, Kind.SERVICE, held("portugal", JRS)))
                .isEqualTo(NOT_YOURS);
        assertThat(WriteRule.ask(FEED, TAKE_OVER, Kind.TAXONOMY_TERM, held("portugal", null)))
                .isEqualTo(NATIONAL_TEAM_ONLY);
    }

    @Test
    void aPersonOfAnOrganizationChangesItsRecordsOnly() {
        assertThat(WriteRule.ask(new Member(CPR), CHANGE, Kind.SERVICE, held("portugal", CPR)))
                .isEqualTo(WRITE);
        assertThat(WriteRule.ask(new Member(CPR), CHANGE, Kind.SERVICE, held("cpr", JRS)))
                .isEqualTo(NOT_YOURS);
        assertThat(WriteRule.ask(new Member(CPR), CHANGE, Kind.SERVICE, gone("cpr")))
                .isEqualTo(NOT_YOURS);
        assertThat(WriteRule.ask(new Member(CPR), CHANGE, Kind.TAXONOMY_TERM, held("cpr", CPR)))
                .isEqualTo(NATIONAL_TEAM_ONLY);
        assertThat(WriteRule.ask(new Member(CPR), WITHDRAW, Kind.SERVICE, held("cpr", CPR)))
                .isEqualTo(NOT_YOURS);
    }

    @Test
    void onePersonOfTheNationalTeamNeverDoesAnythingAlone() {
        for (Act act : Act.values()) {
            for (Kind kind : Kind.values()) {
                assertThat(WriteRule.ask(new NationalEditor(), act, kind, held("portugal", JRS)))
                        .isIn(SECOND_PERSON, NOT_YOURS);
            }
        }
    }
}
