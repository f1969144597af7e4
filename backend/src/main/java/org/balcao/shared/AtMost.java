package org.balcao.shared;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes up to a number, counted after they were unpacked; one more is an error, not an end. */
public final class AtMost extends FilterInputStream {
    private long left;

    public AtMost(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    /** There are more bytes than are taken. */
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
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
            throw new TooLarge();
        }
        return value;
    }
}
