package org.balcao.outbound;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.balcao.outbound.Unreachable.Reason;

/** Bytes up to a number, counted after they were unpacked; one more is an error, not an end. */
final class AtMost extends FilterInputStream {
    private long left;

    AtMost(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        return counted(next, next < 0 ? 0 : 1);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        return counted(count, Math.max(count, 0));
    }

    private int counted(int value, int bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new PublicWeb.NotAllowed(Reason.TOO_LARGE);
        }
        return value;
    }
}
