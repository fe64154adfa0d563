// SPDX-License-Identifier: Apache-2.0
#include "pretended.h"

#include <gst/gst.h>

#include <vector>

namespace fayi::testing {
namespace {

std::vector<Pretended> g_cameras;
bool g_in = true;

struct FakeDevice {
    GstDevice parent;
    int which;
};
struct FakeDeviceClass {
    GstDeviceClass parent;
};
struct FakeProvider {
    GstDeviceProvider parent;
};
struct FakeProviderClass {
    GstDeviceProviderClass parent;
};

G_DEFINE_TYPE(FakeDevice, fake_device, GST_TYPE_DEVICE)
G_DEFINE_TYPE(FakeProvider, fake_provider, GST_TYPE_DEVICE_PROVIDER)

GstElement* elementOf(GstDevice* device, const gchar* name) {
    const int which = reinterpret_cast<FakeDevice*>(device)->which;
    const char* source = g_cameras[static_cast<std::size_t>(which)].source;
    GstElement* element = gst_parse_bin_from_description(source, TRUE, nullptr);
    if (element && name)
        gst_object_set_name(GST_OBJECT(element), name);
    return element;
}

void fake_device_class_init(FakeDeviceClass* klass) {
    klass->parent.create_element = elementOf;
}

void fake_device_init(FakeDevice*) {}

GList* probe(GstDeviceProvider*) {
    GList* out = nullptr;
    for (std::size_t i = 0; g_in && i < g_cameras.size(); ++i) {
        GstCaps* caps = gst_caps_from_string(g_cameras[i].caps);
        GstStructure* properties =
            g_cameras[i].path
                ? gst_structure_new("device", "device.path", G_TYPE_STRING, g_cameras[i].path, nullptr)
                : nullptr;
        gpointer device =
            g_object_new(fake_device_get_type(), "display-name", g_cameras[i].name, "device-class",
                         "Video/Source", "caps", caps, "properties", properties, nullptr);
        static_cast<FakeDevice*>(device)->which = static_cast<int>(i);
        out = g_list_append(out, device);
        gst_caps_unref(caps);
        if (properties)
            gst_structure_free(properties);
    }
    return out;
}

void fake_provider_class_init(FakeProviderClass* klass) {
    klass->parent.probe = probe;
    gst_device_provider_class_set_static_metadata(&klass->parent, "Pretended cameras", "Source/Video",
                                                  "Of a test", "Fayi");
}

void fake_provider_init(FakeProvider*) {}

}  // namespace

void pretendCameras(const Pretended* cameras, int count) {
    gst_init(nullptr, nullptr);
    g_cameras.assign(cameras, cameras + count);
    gst_device_provider_register(nullptr, "pretendedcameras", GST_RANK_PRIMARY, fake_provider_get_type());
}

void plugIn(bool in) {
    g_in = in;
}

}  // namespace fayi::testing
