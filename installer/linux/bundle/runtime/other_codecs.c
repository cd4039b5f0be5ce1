// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

// The image is compressed with Zstandard and nothing else. libsquashfuse refers to every method that it could read:
// these stand in for the others and refuse, so that neither their code nor their licences come into the runtime.

int LZ4_decompress_safe(const char *from, char *to, int size, int room);
int lzma_stream_buffer_decode(void *limit, unsigned flags, const void *allocator, const void *from, void *from_at,
    unsigned long size, void *to, void *to_at, unsigned long room);
int lzo1x_decompress_safe(const void *from, unsigned long size, void *to, unsigned long *room, void *work);
int uncompress(void *to, unsigned long *room, const void *from, unsigned long size);

int LZ4_decompress_safe(const char *from, char *to, int size, int room)
{
    (void)from, (void)to, (void)size, (void)room;
    return -1;
}

int lzma_stream_buffer_decode(void *limit, unsigned flags, const void *allocator, const void *from, void *from_at,
    unsigned long size, void *to, void *to_at, unsigned long room)
{
    (void)limit, (void)flags, (void)allocator, (void)from, (void)from_at, (void)size, (void)to, (void)to_at, (void)room;
    return 7;
}

int lzo1x_decompress_safe(const void *from, unsigned long size, void *to, unsigned long *room, void *work)
{
    (void)from, (void)size, (void)to, (void)room, (void)work;
    return -1;
}

int uncompress(void *to, unsigned long *room, const void *from, unsigned long size)
{
    (void)to, (void)room, (void)from, (void)size;
    return -1;
}
