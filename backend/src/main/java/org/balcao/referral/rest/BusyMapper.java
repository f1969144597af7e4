package org.balcao.referral.rest;

import jakarta.ws.rs.core.Response;
import org.balcao.referral.store.CodeHashing;
import org.balcao.shared.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** More codes are typed than can be hashed: nothing was done, and it works a little later. */
class BusyMapper {
    @ServerExceptionMapper
    Response busy(CodeHashing.Busy busy) {
        return ProblemType.BUSY.answer();
    }
}
