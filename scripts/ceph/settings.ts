/** The smallest Ceph that serves S3: one monitor, one store, one gateway, without authentication among themselves. */
export const cephSettings = ({ folder, id, monitorPort, port }: CephPlace) => `[global]
fsid = ${id}
mon_host = v1:127.0.0.1:${monitorPort}
mon_initial_members = a
auth_cluster_required = none
auth_service_required = none
auth_client_required = none
# The gateway hangs with the second protocol when there is no authentication.
ms_bind_msgr2 = false
ms_bind_ipv6 = false
public_network = 127.0.0.0/8
cluster_network = 127.0.0.0/8
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 4
osd_pool_default_pg_autoscale_mode = off
osd_crush_chooseleaf_type = 0
mon_allow_pool_size_one = true
run_dir = ${folder}/run
admin_socket = ${folder}/run/$name.asok
log_file = ${folder}/$name.log
[mon]
mon_data = ${folder}/mon
[osd]
osd_data = ${folder}/osd
osd_objectstore = bluestore
# A file with holes: it takes what is written.
bluestore_block_size = 10737418240
bluestore_block_wal_create = false
bluestore_block_db_create = false
osd_memory_target = 939524096
osd_class_load_list = *
osd_class_default_list = *
[client.rgw.a]
rgw_frontends = beast endpoint=127.0.0.1:${port}
rgw_data = ${folder}/rgw
# What is removed goes at once: otherwise a run of tests would fill the disk.
rgw_gc_obj_min_wait = 10
rgw_gc_processor_period = 20
`;

export type CephPlace = { folder: string; id: string; monitorPort: number; port: number };
